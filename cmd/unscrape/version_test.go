package main

import (
	"regexp"
	"testing"
)

// Two builds without a version are told apart in manifests.
func TestToolVersion(t *testing.T) {
	got := toolVersion()
	if version() == unversioned && !regexp.MustCompile(`^\(devel\)\+[0-9a-f]{12}$`).MatchString(got) {
		t.Errorf("%s does not tell builds apart", got)
	} else if version() != unversioned && got != version() {
		t.Errorf("%s, want %s", got, version())
	}
	if again := toolVersion(); again != got {
		t.Errorf("%s, then %s", got, again)
	}
}
