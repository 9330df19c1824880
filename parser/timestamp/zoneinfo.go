package timestamp

import (
	"archive/zip"
	_ "embed"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
)

// zoneinfo is lib/time/zoneinfo.zip of go1.26.
//
//go:embed zoneinfo.zip
var zoneinfo string

// openZones reads the directory of the embedded copy of the time zone
// database. The system's copy is left aside, so that every machine answers
// the same.
var openZones = sync.OnceValue(func() map[string]*zip.File {
	z, err := zip.NewReader(strings.NewReader(zoneinfo), int64(len(zoneinfo)))
	if err != nil {
		panic(err) // the embedded file is broken
	}
	files := make(map[string]*zip.File, len(z.File))
	for _, f := range z.File {
		files[f.Name] = f
	}
	return files
})

// LoadZone is the zone of an IANA name ("Asia/Tehran") or of a distance from
// UTC ("+03:30", "UTC-5", "Z").
func LoadZone(name string) (*time.Location, error) {
	if z, ok := wholeZone(name); ok {
		return z, nil
	}
	f := openZones()[name]
	if f == nil {
		return nil, fmt.Errorf("unknown time zone %q", name)
	}
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	data, err := io.ReadAll(in)
	if err != nil {
		return nil, err
	}
	return time.LoadLocationFromTZData(name, data)
}

// wholeZone reads a distance from UTC, or UTC itself.
func wholeZone(s string) (*time.Location, bool) {
	upper := strings.TrimPrefix(strings.TrimPrefix(strings.ToUpper(s), "UTC"), "GMT")
	if upper == "" && s != "" || upper == "Z" {
		return time.UTC, true
	}
	var r reader
	r.set(upper, Options{}, 1)
	r.lex(0)
	if !r.isOneOf(0, plus|hyphen) {
		return nil, false
	}
	z, ok := r.offset(0, true)
	if !ok || z.end != r.n {
		return nil, false
	}
	return time.FixedZone(upper, z.offset), true
}
