package linemodel

import "testing"

func TestTableHasTheClassOfEachCharacter(t *testing.T) {
	for r, got := range classTable() {
		if want := slowClass(rune(r)); got != want {
			t.Errorf("%U has class %d in the table, want %d", r, got, want)
		}
	}
	for r, want := range map[rune]class{
		'a': lower, 'Ж': upper, 'ª': caseless, 'ก': dense, '๑': digit, '\u0e31': dense, '\u0301': mark, '\u00a0': space, '(': opening,
		'—': dash, '«': quote, '؟': stop, '漢': dense, '\u0001': other, '☃': symbol,
	} {
		if got := charClass(r); got != want {
			t.Errorf("%U has class %d, want %d", r, got, want)
		}
	}
}
