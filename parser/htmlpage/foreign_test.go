package htmlpage

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestForeignScores holds what the forest for other languages says of some rows
// of the training against what the trainer said of them.
func TestForeignScores(t *testing.T) {
	rows, err := os.ReadFile("testdata/sample.rows")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("testdata/sample.scores")
	if err != nil {
		t.Fatal(err)
	}
	scores := strings.Fields(string(text))
	if len(scores) == 0 || len(rows) != len(scores)*secondWidth {
		t.Fatalf("%d numbers for %d rows of %d", len(rows), len(scores), secondWidth)
	}
	for i, s := range scores {
		want, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		const rounding = 40 // of so many leaves
		if got := int(builtin().foreign.Score(rows[i*secondWidth : (i+1)*secondWidth])); got < want-rounding || got > want+rounding {
			t.Errorf("row %d: %d, the trainer says %d", i, got, want)
		}
	}
}

func TestIsForeign(t *testing.T) {
	for _, c := range []struct {
		src  string
		want bool
	}{
		{"<p>The ferry left the quay at nine, and nobody on board had seen the lanterns before it was dark.</p>", false},
		{"<p>Prom odpłynął z nabrzeża o dziewiątej i nikt na pokładzie nie zauważył latarni, zanim zrobiło się ciemno.</p>", true},
		{"<p>Паром отошёл от причала в девять, и никто на борту не заметил фонарей, пока не стемнело.</p>", true},
		{"<nav>Główna Wiadomości Sport</nav>", false}, // no prose
		{"<p>เรือข้ามฟากออกจากท่าตอนเก้าโมงและไม่มีใครบนเรือเห็นโคมไฟก่อนที่จะมืดจนมองไม่เห็นทางกลับบ้าน</p>", false},
	} {
		p := Read(c.src)
		var j judge
		j.read(p, Evidence{})
		if got := j.isForeign(); got != c.want {
			t.Errorf("%s: %v", c.src, got)
		}
	}
}
