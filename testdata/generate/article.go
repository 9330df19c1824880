package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
)

// A story is an article made of stock sentences.
type story struct {
	id         int
	date       string
	title      string
	paragraphs []string
}

// Enough words that stories differ unless they are meant to be alike.
var (
	subjects = words("The city council,A team of engineers,The regional museum,Harbour workers,The ministry,Two small villages,The orchestra,Local farmers," +
		"A retired pilot,The weather office,Students of the academy,The ferry company,Twelve volunteers,The county court,A bakery,The fire brigade," +
		"An insurance fund,The botanical garden,Three fishermen,The broadcaster,A group of climbers,The water board,Shop owners,The library,The youth theatre,A surveyor")
	verbs = words("opened,repaired,announced,postponed,discussed,measured,celebrated,sold,painted,insured,moved,examined,rented,photographed," +
		"closed,inherited,demolished,registered,financed,flooded,rebuilt,inspected,donated,auctioned,mapped,leased")
	objects = words("a new bridge,the old railway,an exhibition of maps,the winter timetable,a bicycle lane,the water mill,three ferries,the weather station," +
		"a hundred benches,the northern lighthouse,its archive of letters,a field hospital,the cable car,two greenhouses,the grain silo,a mobile cinema," +
		"the municipal brewery,the observatory,an orchard of pears,the fish market,a school for divers,the tram depot,forty beehives,the customs house,a reservoir,the parish clock")
	places = words("near the river,in the northern district,after a long debate,for the first time in ten years,despite heavy rain,with help from volunteers,on the island,at the market," +
		"before the summer break,under a new contract,at half the expected price,beside the motorway,without telling the mayor,on the last day of March,against the advice of lawyers," +
		"during the festival,in front of a large crowd,with money from the lottery,after two failed attempts,behind the old barracks,at the request of neighbours,while the road was closed," +
		"as part of a wider plan,to the surprise of many,following an inspection,within a single week")
)

func words(list string) []string { return strings.Split(list, ",") }

// copied is how many stories there are for each that is sent again: with a
// number of its own and one sentence more.
const copied = 10

// article is the story with the given number.
func article(i int) story {
	if i%copied == copied-1 {
		s := article(i - 1)
		s.id = 100_000 + i
		last := &s.paragraphs[len(s.paragraphs)-1]
		*last += " " + sentence(rand.New(rand.NewPCG(uint64(i), 1)))
		return s
	}
	r := rand.New(rand.NewPCG(uint64(i), 1))
	s := story{
		id:    100_000 + i,
		date:  fmt.Sprintf("2020-%02d-%02d %02d:%02d GMT", 1+r.IntN(12), 1+r.IntN(28), r.IntN(24), r.IntN(60)),
		title: strings.TrimSuffix(sentence(r), "."),
	}
	for range 2 + r.IntN(4) {
		var p []string
		for range 1 + r.IntN(4) {
			p = append(p, sentence(r))
		}
		s.paragraphs = append(s.paragraphs, strings.Join(p, " "))
	}
	return s
}

func sentence(r *rand.Rand) string {
	pick := func(words []string) string { return words[r.IntN(len(words))] }
	return fmt.Sprintf("%s %s %s %s.", pick(subjects), pick(verbs), pick(objects), pick(places))
}

// text is the story as a scraper leaves it.
func (s story) text() string {
	return fmt.Sprintf("News ID: %d\nPublished: %s\n%s\n%s\n\n%s\n\nPrint this page\nShare\n",
		s.id, s.date, s.title, s.title, strings.Join(s.paragraphs, "\n\n"))
}

// html is the story as a page, about 20 KB of it.
func (s story) html() string {
	var b strings.Builder
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html><head><title>%s | Gazette</title><style>%s</style></head><body><nav><ul>", s.title, strings.Repeat(".menu li { display: inline }\n", 200))
	for i := range 100 {
		fmt.Fprintf(&b, "<li><a href=\"/section/%d\">Section %d</a></li>", i, i)
	}
	fmt.Fprintf(&b, "</ul></nav><article><h1>%s</h1><time>%s</time>\n", s.title, s.date)
	for _, p := range s.paragraphs {
		fmt.Fprintf(&b, "<p>%s</p>\n", p)
	}
	b.WriteString("</article><footer>All rights reserved</footer></body></html>\n")
	return b.String()
}

// page is a WARC record of the story's page, as a crawler writes it.
func page(i int) string {
	body := article(i).html()
	http := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n", len(body))
	return warc(i, "response", "application/http; msgtype=response", http+body)
}

// extract is a WET record of the story's text.
func extract(i int) string { return warc(i, "conversion", "text/plain", article(i).text()) }

func warc(i int, kind, contentType, content string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: http://gazette.example/%d\r\nWARC-Date: 2020-10-06T03:39:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, i, contentType, len(content), content)
}

// line is a JSON Lines record of the story's text.
func line(i int) string {
	s := article(i)
	b, err := json.Marshal(map[string]any{"number": i, "text": s.text()})
	if err != nil {
		panic(err) // strings and numbers can be marshalled
	}
	return string(b) + "\n"
}
