package parser

import (
	"net/url"
	"strings"
)

// address adds the day in the path of the page's own address, as in
// /2019/10/03/ or /2019/oct/03/: content systems put the day of publication
// there.
func (c *moments) address() {
	for _, s := range [...]string{c.d.art.URL, c.d.meta.Canonical, c.d.meta.Tag("og:url")} {
		if day := dayInPath(s); day != "" {
			c.told(day, "address", Date, 5)
			return
		}
	}
}

// dayInPath is the day that three segments of an address's path name, year
// first, with spaces between them; "" when there is none.
func dayInPath(address string) string {
	u, err := url.Parse(address)
	if err != nil || !looksLikeURL(address) {
		return ""
	}
	parts := strings.Split(u.Path, "/")
	for i := 0; i+2 < len(parts); i++ {
		y, m, d := parts[i], parts[i+1], parts[i+2]
		if len(y) != 4 || !allDigits(y) || y < "1990" || y > "2100" || len(d) == 0 || len(d) > 2 || !allDigits(d) || len(m) > 12 {
			continue
		}
		if allDigits(m) {
			return y + "-" + twoDigits(m) + "-" + twoDigits(d)
		}
		return d + " " + m + " " + y
	}
	return ""
}

func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}
