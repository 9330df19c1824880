package check

var invalidRecord = &Rule{
	ID:       "invalid-record",
	Severity: Error,
	Title:    "the record does not have the form of an article",
	Why: "Files that hold articles already (JSON, JSON Lines, YAML) are read as records with the fields id, timestamp, title and body. " +
		"A record without one of these keys, with a value of another type, or with a timestamp that is no ISO 8601 one breaks its readers.",
	Mend: "Write null for what is absent, an empty string for a body. When the keys have other names, give them with --map title=headline.",
	Fires: Example{Files: []File{{"articles.jsonl",
		`{"id": 41, "timestamp": "6 Oct 2020", "title": "Bridge opens again", "body": "The bridge over the river opened again on Tuesday, the town council said."}` + "\n"}}},
	Quiet: Example{Files: []File{{"articles.jsonl",
		`{"id": "41", "timestamp": "2020-10-06T08:30:00Z", "title": "Bridge opens again", "body": "The bridge over the river opened again on Tuesday, the town council said."}` + "\n"}}},
}
