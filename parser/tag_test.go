package parser

import "testing"

func TestWithoutInline(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"The <b>harbour</b> bridge", "The harbour bridge"},
		{`see <A HREF="https://ferry.example/times">the ferry</A>.`, "see the ferry."},
		{"two years.<br/>It cost<br>a lot", "two years. It cost a lot"},
		{"x<sup>2</sup>", "x2"},
		{"if a <b and c> d", "if a <b and c> d"},
		{"<div>kept</div> 3 < 4", "<div>kept</div> 3 < 4"},
		{"<b>unended", "unended"},
	} {
		if got := withoutInline(tt.in); got != tt.want {
			t.Errorf("%q gives %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestHasInline(t *testing.T) {
	for text, want := range map[string]bool{
		"The <b>harbour</b> bridge":                        true,
		"The <i>harbour</i><br>bridge":                     true,
		"The harbour bridge":                               false,
		"a <b and c> d":                                    false,
		"The <b> was never ended":                          false,
		"She wrote <b>bold</b>, and he brought <div> home": false,
		"<p>one</p> <b>two</b>":                            false,
	} {
		if got := hasInline(text); got != want {
			t.Errorf("%q has elements within lines: %v, want %v", text, got, want)
		}
	}
}

func TestAttributes(t *testing.T) {
	for tag, want := range map[string]string{
		`<doc docid="7" date='3 May'>`: "docid=7 date=3 May ",
		`<doc required docid="7">`:     "docid=7 ",
		`<doc docid = "7" new>`:        "docid=7 ",
		"<doc\n\tdocid=7\n/>":          "docid=7 ",
		`<doc docid="7`:                "docid=7 ",
		"<doc docid=>":                 "docid= ",
		"<doc docid=":                  "",
		"<doc new>":                    "",
	} {
		got := ""
		for name, value := range attributes(tag) {
			got += name + "=" + value + " "
		}
		if got != want {
			t.Errorf("%q has the attributes %q, want %q", tag, got, want)
		}
	}
}
