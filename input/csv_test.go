package input

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"
)

const ferryText = "The night ferry stopped for an hour off the mole on Monday, because a rope was caught in its screw, and " +
	"the pilots, who had come to help, could only wait for the diver of the harbour."

func TestTables(t *testing.T) {
	file := ",id,Title,URL,Content\r\n" +
		"0,7,\"The \"\"night\"\" ferry, stopped\",http://a.example/7,\"One.\r\n\r\nTwo, three.\"\r\n" +
		"1,8,Short row\r\n" +
		"2,9,Long row,,Nine.,more\r\n3,10,,,Ten.\r\n4,11,,,Eleven.\r\n5,12,,,12\r\n6,13,,,13\r\n7,14,,,14\r\n"
	tree(t, "l", file, "l.gz", gzipOf(t, file), "bom", "\ufeff"+file, "utf16", string(utf16LE(file)),
		"tabs", strings.NewReplacer("\"\"night\"\"", "night", ",", "\t").Replace(file), "bars", "title|text\none|1\ntwo|2",
		"judul", "judul;isi\nKapal feri;\""+ferryText+"\"\n", "plain", "number,words\n1,one\n", "nul", "title,text\na,\"x\x00\\ty\"\n")
	for _, name := range []string{"l", "l.gz", "bom", "utf16"} {
		expect(t, walked(t, nil, Options{}, name),
			name+"!1=One.\n\nTwo, three.", "! "+name+"!2: no field text, html, body, content, maintext, full_text, articleBody; --text-field names the one that holds the text",
			name+"!3=Nine.", "? "+name+"!3: has 6 columns, the header 5", name+"!4=Ten.", name+"!5=Eleven.", name+"!6=12", name+"!7=13", name+"!8=14")
	}
	expect(t, walked(t, nil, Options{}, "tabs")[:1], "tabs!1=One.\n\nTwo\t three.")
	expect(t, walked(t, nil, Options{}, "bars", "judul", "nul"), "bars!1=1", "bars!2=2", "judul!1="+ferryText, "nul!1=x\x00\\ty")
	expect(t, walked(t, nil, Options{TextField: "title"}, "bars", "plain"), "bars!1=one", "bars!2=two", "plain=number,words\n1,one\n")
	expect(t, walked(t, nil, Options{Format: CSV, TextField: "words"}, "plain"), "plain!1=one")
	expect(t, walked(t, nil, Options{Format: Text}, "bars"), "bars=title|text\none|1\ntwo|2")
	for d, err := range Walk(t.Context(), []string{"l"}, nil, Options{}) {
		if err != nil || d.Name != "l!1" {
			continue
		}
		d.ReadAll(nil)
		if got := fmt.Sprintf("%s %s", d.URL, d.Fields); got != `http://a.example/7 [{1 "0"} {id "7"} {Title "The \"night\" ferry, stopped"} {URL "http://a.example/7"}]` {
			t.Error(got)
		}
	}
}

func utf16LE(s string) []byte {
	b := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

func TestWhatIsNoTable(t *testing.T) {
	for _, text := range []string{
		"", "title,text", "title,text\n", // no row
		"Berlin, Paris\n" + ferryText + "\n",
		"Body, mind\n\"" + ferryText + "\" said the doctor.\n",
		"Ferries, pilots; weather\nOne, two.\n",
		"Title: Ferry\nText: short\n",
		"Text, title and date\nstand in the first line, of course.\nThis one has none.\n",
		"| title | text |\n| --- | --- |\n| a | b |\n",
		"<p>title,text\na,b\n",
	} {
		if sep := new(Options).separator([]byte(text)); sep != 0 {
			t.Errorf("%q is taken for a table parted by %q", text, sep)
		}
	}
}

// Lines with a name and a value each are no table, however long a value is.
func TestLabelsBeforeTabsAreNoTable(t *testing.T) {
	for _, text := range []string{
		"Title\tBridge opens\nDate\t2020-10-06\nText\t" + ferryText + "\n",
		"Title\tBridge opens\nText\t" + ferryText + "\n",
		"Judul\tJembatan\nIsi\t" + ferryText + "\n",
		"Judul\tJembatan\nTanggal\t2020-10-06\nPenulis\tSari\nIsi\t" + ferryText + "\nRingkasan\t" + ferryText + "\n",
	} {
		if sep := new(Options).separator([]byte(text)); sep != 0 {
			t.Errorf("%q is taken for a table parted by %q", text, sep)
		}
	}
	table := "judul\tisi\nKapal\t" + ferryText + "\nJembatan\t" + ferryText + "\nLain\tpendek\n"
	if sep := new(Options).separator([]byte(table)); sep != '\t' {
		t.Errorf("%q is taken for no table", table)
	}
}

// A row whose quotation mark is not closed does not swallow those below; what is quoted
// as it should be stays whole, whatever is in it.
func TestQuotationMarksThatAreNotClosed(t *testing.T) {
	const head = "id,title,date,body\n"
	const unclosed = ": a quotation mark is not closed; read as far as a line that is a row of its own"
	const openEnd = ": a quotation mark is not closed at the end of the file"
	for name, c := range map[string]struct {
		rows string
		want []string
	}{
		"swallowed":    {"1,A,x,\"One, two.\n2,B,x,\"Three, four.\"\n3,C,x,\"Five.\"\n", []string{"1=One, two.\n", "! 1" + unclosed, "2=Three, four.", "3=Five."}},
		"two":          {"1,A,x,\"One, two.\n2,B,x,plain\n3,C,x,\"Five\nand six.\"\n", []string{"1=One, two.\n", "! 1" + unclosed, "2=plain", "3=Five\nand six."}},
		"each":         {"1,A,x,\"One.\n2,B,x,\"Two.\n3,C,x,\"Three.\"\n4,D,x,\"Four.\"\n", []string{"1=One.\n", "! 1" + unclosed, "2=Two.\n", "! 2" + unclosed, "3=Three.", "4=Four."}},
		"empty lines":  {"1,A,x,\"One.\"\n\n\n2,B,x,\"Two.\n3,C,x,\"Three.\n\n4,D,x,\"Four.\"\n", []string{"1=One.", "2=Two.\n", "! 2" + unclosed, "3=Three.\n\n", "! 3" + unclosed, "4=Four."}},
		"to the end":   {"1,A,x,\"One.\n2,B,x,Two.\n3,C,x,Three.\n", []string{"1=One.\n", "! 1" + unclosed, "2=Two.", "3=Three."}},
		"cut":          {"1,A,x,\"One.\"\n2,B,x,\"Two, cut o", []string{"1=One.", "2=Two, cut o", "! 2" + openEnd}},
		"cut in lines": {"1,A,x,\"One.\"\n2,B,x,\"Two,\n\nand one, two, three four\nand\n", []string{"1=One.", "2=Two,\n\nand one, two, three four\nand\n", "! 2" + openEnd}},
		"quoted well":  {"1,A,x,\"One:\n2,B,x,y\n3,C,x,\"\"He said,\"\"\n4,D,\"\"x,\"\"z\n\"\n5,E,x,Five.\n", []string{"1=One:\n2,B,x,y\n3,C,x,\"He said,\"\n4,D,\"x,\"z\n", "2=Five."}},
		"quoted ill":   {"1,A,x,\"One \"two\" three,\nfour \"five\", six, seven, eight.\"\n2,B,x,Six.\n3,C,x,1\n4,D,x,2\n5,E,x,3\n", []string{"1=One \"two\" three,\nfour \"five", "? 1: has 7 columns, the header 4", "2=Six.", "3=1", "4=2", "5=3"}},
	} {
		t.Run(name, func(t *testing.T) {
			tree(t, "t", head+c.rows)
			want := strings.Split(strings.NewReplacer("! ", "! t!", "? ", "? t!").Replace(strings.Join(c.want, "\x00")), "\x00")
			for i, s := range want {
				if s[0] != '!' && s[0] != '?' {
					want[i] = "t!" + s
				}
			}
			expect(t, walked(t, nil, Options{}, "t"), want...)
		})
	}
}

func TestATableWithoutRows(t *testing.T) {
	tree(t, "cell", "alone", "long", strings.Repeat("x", 20<<10)+",text\na,b\n")
	expect(t, walked(t, nil, Options{Format: CSV, MaxBytes: 8 << 10}, "cell", "long"),
		"! cell: no documents in it", "! long: too large: more than 8192 bytes; --max-bytes sets the limit")
}

func TestARowBeyondTheLimitEndsATable(t *testing.T) {
	tree(t, "big", "title,text\na,one\nb,\""+strings.Repeat("x", 20<<10)+"\"\nc,three\n")
	expect(t, walked(t, nil, Options{MaxBytes: 8 << 10}, "big"), "big!1=one", "! big!2: too large: more than 8192 bytes; --max-bytes sets the limit")
}

func TestRecordsInOtherEncodings(t *testing.T) {
	tree(t, "t", "title,text\nna\xefve,caf\xe9\n", "l", "{\"text\":\"caf\xe9\"}\n")
	latin1 := func(b []byte) ([]byte, string) {
		var text []rune
		for _, c := range b {
			text = append(text, rune(c))
		}
		return []byte(string(text)), "latin1"
	}
	expect(t, walked(t, nil, Options{Decode: latin1}, "t", "l"), "t!1=café", "l!1=café")
}

// What a writer of CSV writes comes back, row by row.
func TestTablesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.StringOfN(rapid.SampledFrom([]rune("ab \",;\n\té漢\x01")), 0, 12, -1)
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, 3, 3), 1, 6).Draw(t, "rows")
		var file bytes.Buffer
		w := csv.NewWriter(&file)
		w.Comma = rapid.SampledFrom([]rune(separators)).Draw(t, "separator")
		w.WriteAll(append([][]string{{"title", "text", "note"}}, rows...))
		o := Options{Format: CSV}
		in := newTable(bytes.NewReader(file.Bytes()), o.separator(file.Bytes()))
		columns, _ := in.Read()
		columns = append([]string(nil), columns...)
		for i, want := range rows {
			row, err := in.Read()
			if err != nil {
				t.Fatalf("row %d: %v", i, err)
			}
			var got map[string]string
			if err := json.Unmarshal(objectOf(columns, row), &got); err != nil || got["title"] != want[0] || got["text"] != want[1] || got["note"] != want[2] {
				t.Fatalf("row %d: %q, want %q (%v)", i, got, want, err)
			}
		}
	})
}
