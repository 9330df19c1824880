package check

import (
	"fmt"
	"slices"
)

// The texts of examples.

// one is an example of one page.
func one(text string) Example { return Example{Files: []File{{"page.txt", text}}} }

// prose is the body of examples that are about something else.
const prose = "The bridge over the river opened again on Tuesday after nine months of work, the town council said.\n\n" +
	"Engineers replaced both bearings and every second beam. Buses will use it from Friday.\n"

// pages makes n files of a format that takes the number of the page, a day of a month.
func pages(folder string, n int, format string) []File {
	files := make([]File, n)
	for i := range files {
		number := i + 10
		files[i] = File{fmt.Sprintf("%spage-%d.txt", folder, number), fmt.Sprintf(format, number)}
	}
	return slices.Clip(files)
}

// tunnel is the format of pages that are nearly the same.
const tunnel = "News ID: 7%[1]d\nPublished: 2020-10-%[1]d 08:30 GMT\n\nTunnel closes for winter\n\n" +
	"The tunnel under the pass closes on the first day of November, the road office said on day %[1]d of the month.\n\n" +
	"Drivers can take the old road until the snow comes. In a usual year that is three weeks later, and the office " +
	"keeps two ploughs at the upper inn from then on. Lorries have to go round by the coast all winter.\n\n" +
	"The tunnel opens again in April. By then the lamps in the northern half are to be replaced, and a second " +
	"escape door is to be cut through the rock at the middle. The work was put off twice for want of money.\n"
