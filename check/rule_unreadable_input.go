package check

var unreadableInput = &Rule{
	ID:       "unreadable-input",
	Severity: Error,
	Title:    "the input could not be read",
	Why:      "A truncated archive or a file without permission is a hole in the data. The exit status is 3 when there is one.",
	Mend:     "Mend what the message names: a name, a permission, a limit or a pattern of the command line; fetch again what is damaged.",
	Fires:    Example{Files: []File{{"page.txt.gz", "\x1f\x8b\x08\x00 cut off"}}},
	Quiet:    one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\n" + prose),
}
