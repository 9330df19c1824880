package timestamp

import (
	"sync"
	"sync/atomic"
	"time"
)

// day24 is more than any clock is ahead of or behind UTC.
const day24 = 24 * time.Hour

// instant is the time in UTC of a local time in a zone. It reports false when
// the zone's clocks show that time twice or never.
func instant(local time.Time, loc *time.Location) (time.Time, bool) {
	_, before := local.Add(-day24).In(loc).Zone()
	_, after := local.Add(day24).In(loc).Zone()
	if before == after { // the clocks were not changed on that day
		return local.Add(-time.Duration(before) * time.Second), true
	}
	first := local.Add(-time.Duration(before) * time.Second)
	second := local.Add(-time.Duration(after) * time.Second)
	_, o1 := first.In(loc).Zone()
	_, o2 := second.In(loc).Zone()
	switch {
	case o1 == before && o2 == after, o1 != before && o2 != after:
		return local, false
	case o1 == before:
		return first, true
	}
	return second, true
}

// utcName is the index of UTC in zones.
const utcName = 0

// instant is the time in UTC of a local time in the zone that the text
// states. It reports false as the function instant does.
func (z zoneRef) instant(local time.Time) (time.Time, bool) {
	if z.name <= utcName {
		return local.Add(-time.Duration(z.offset) * time.Second), true
	}
	n := &named[z.name]
	if s := n.last.Load(); s != nil && local.After(s.from) && local.Before(s.to) {
		return local.Add(-s.offset), true
	}
	n.once.Do(func() {
		loc, err := LoadZone(zones[z.name])
		if err != nil {
			panic(err) // a mistake in gen/words.txt
		}
		n.loc = loc
	})
	at, ok := instant(local, n.loc)
	n.remember(at)
	return at, ok
}

// named has the zones that have names in texts, each loaded when it is first
// met.
var named [len(zones)]namedZone

type namedZone struct {
	once sync.Once
	loc  *time.Location
	last atomic.Pointer[stretch]
}

// A stretch is a time without change of the clocks: those of most dates in
// one run are the same few. Local times between from and to have the offset.
type stretch struct {
	from, to time.Time
	offset   time.Duration
}

func (n *namedZone) remember(at time.Time) {
	in := at.In(n.loc)
	from, to := in.ZoneBounds()
	if to.IsZero() {
		to = at.AddDate(100, 0, 0)
	}
	_, offset := in.Zone()
	n.last.Store(&stretch{from.Add(day24), to.Add(-day24), time.Duration(offset) * time.Second})
}
