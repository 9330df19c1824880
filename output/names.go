package output

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// names are the paths of files that are taken, so that no two articles get
// the same. Paths that differ only in case or in how their letters are composed
// count as the same, because some file systems take them for that. Only hashes
// are kept: two different paths with one hash cost the second a number in its
// name, nothing else.
type names struct {
	taken map[uint64]struct{}
	next  map[uint64]int // the number that a path which was taken gets next
}

func newNames() *names {
	return &names{taken: map[uint64]struct{}{}, next: map[uint64]int{}}
}

func nameHash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

func pathHash(path string) uint64 { return nameHash(folded(path)) }

// folded is the same for paths that any file system takes for one, those that
// fold ß to ss among them.
func folded(path string) string {
	path = strings.ToLower(strings.ToUpper(norm.NFKC.String(path)))
	return strings.ReplaceAll(path, "ß", "ss")
}

func (n *names) take(path string) { n.taken[pathHash(path)] = struct{}{} }

// release gives path up; its number is the next that is tried.
func (n *names) release(path string) {
	delete(n.taken, pathHash(path))
	dot := strings.LastIndexByte(path, '.')
	hyphen := strings.LastIndexByte(path[:max(dot, 0)], '-')
	if hyphen < 0 {
		return
	}
	i, err := strconv.Atoi(path[hyphen+1 : dot])
	base := pathHash(path[:hyphen] + path[dot:])
	if next, ok := n.next[base]; ok && err == nil && i < next {
		n.next[base] = i
	}
}

func (n *names) isTaken(path string) bool {
	_, ok := n.taken[pathHash(path)]
	return ok
}

// claim takes path with the extension ext, or, when that is taken, with the
// least free number, from 2.
func (n *names) claim(path, ext string) string {
	path = apart(path, ext)
	free := path + ext
	base := pathHash(free)
	if _, taken := n.taken[base]; taken {
		i := max(n.next[base], 2)
		for ; ; i++ {
			free = fmt.Sprintf("%s-%d%s", path, i, ext)
			if _, taken := n.taken[pathHash(free)]; !taken {
				break
			}
		}
		n.next[base] = i + 1
	}
	n.take(free)
	return free
}

// apart keeps folders from having names that files have: a folder whose name
// ends in ext gets an underscore.
func apart(path, ext string) string {
	elements := strings.Split(path, "/")
	for i, e := range elements[:len(elements)-1] {
		if strings.HasSuffix(strings.ToLower(e), ext) {
			elements[i] = e + "_"
		}
	}
	return strings.Join(elements, "/")
}
