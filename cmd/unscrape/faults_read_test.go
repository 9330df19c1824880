package main

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A stream is n bytes of a text, again and again.
type stream struct {
	text    string
	n, read int64
}

func (s *stream) Read(p []byte) (int, error) {
	if s.read >= s.n {
		return 0, io.EOF
	}
	p = p[:min(int64(len(p)), s.n-s.read)]
	for n := 0; n < len(p); {
		n += copy(p[n:], s.text[(s.read+int64(n))%int64(len(s.text)):])
	}
	s.read += int64(len(p))
	return len(p), nil
}

func TestLineOfAGigabyte(t *testing.T) {
	const limit, message = 8 << 20, ": too large: more than 8388608 bytes; --max-bytes sets the limit\n"
	for name, head := range map[string]string{"bare": "", "behind a header": "News ID: 1\nDate: 2020-10-06\n\n"} {
		line := &stream{text: "ferry ", n: 1 << 30}
		got := unscrapeFrom(t, io.MultiReader(strings.NewReader(head), line), "--max-bytes", "8M", "-o", "jsonl")
		got.want(t, result{status: statusInput, stderr: "unscrape: -" + message})
		if line.read > 4*limit {
			t.Errorf("%s: read %d bytes to refuse more than %d", name, line.read, limit)
		}
	}

	t.Chdir(t.TempDir())
	write(t, "sparse.txt", "", "small.txt", "News ID: 2\n")
	if err := os.Truncate("sparse.txt", 1<<30); err != nil {
		t.Fatal(err)
	}
	unscrape(t, "", "--max-bytes", "8M", "-o", "jsonl", "--fields", "id", "sparse.txt", "small.txt").
		want(t, result{statusInput, "{\"id\":\"2\"}\n", "unscrape: sparse.txt" + message})
}

func TestLongLineWithinTheLimit(t *testing.T) {
	line := strings.Repeat("The ferry sails at noon. ", 200_000)
	got := decodeArticle(t, "json", unscrape(t, line))
	if got.Body != strings.TrimSpace(line) {
		t.Errorf("a body of %d bytes, want %d", len(got.Body), len(line)-1)
	}
}

func TestLoopsAndSpecialFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "d/a/x.txt", "News ID: 1\n", "d/z.txt", "News ID: 2\n")
	for link, to := range map[string]string{"d/a/up": "..", "d/self": "self", "d/zero": "/dev/zero"} {
		if err := os.Symlink(to, link); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo("d/fifo", 0o666); err != nil {
		t.Fatal(err)
	}
	socket, err := net.Listen("unix", "d/socket")
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	unscrape(t, "", "-o", "jsonl", "--fields", "id,source", "d").want(t, result{
		stdout: "{\"id\":\"1\",\"source\":\"d/a/x.txt\"}\n{\"id\":\"2\",\"source\":\"d/z.txt\"}\n",
		stderr: "unscrape: d/fifo: neither a file nor a folder, skipped\nunscrape: d/socket: neither a file nor a folder, skipped\n",
	})
}

// A hook is a writer that does something once, before the first write.
type hook struct {
	io.Writer
	do func()
}

func (h *hook) Write(p []byte) (int, error) {
	if h.do != nil {
		h.do()
		h.do = nil
	}
	return h.Writer.Write(p)
}

// TestFileVanishesWhileItRuns deletes the last of many files when the
// first article is written. Files of this size are batches of their own, of
// which few are in flight.
func TestFileVanishesWhileItRuns(t *testing.T) {
	t.Chdir(t.TempDir())
	const files = 20
	var want strings.Builder
	for i := range files {
		write(t, fmt.Sprintf("d/%02d.txt", i), fmt.Sprintf("News ID: %d\n%s", i+1, strings.Repeat(" ", 2*batchBytes)))
		if i < files-1 {
			fmt.Fprintf(&want, "{\"id\":\"%d\"}\n", i+1)
		}
	}
	var stdout, stderr bytes.Buffer
	out := &hook{&stdout, func() { os.Remove("d/19.txt") }}
	status := run(t, &command{stdout: out, stderr: &stderr}, "-o", "jsonl", "--fields", "id", "--jobs", "1", "d")
	result{status, stdout.String(), stderr.String()}.want(t, result{statusInput, want.String(), "unscrape: d/19.txt: no such file or directory\n"})
}

func TestHostileRuleFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	bomb := "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'k'; c++ {
		bomb += string(c) + ": &" + string(c) + " [" + strings.Repeat("*"+string(c-1)+",", 9) + "]\n"
	}
	write(t, "page.txt", pilots,
		"bomb.yaml", bomb,
		"flow.yaml", "rules: "+strings.Repeat("[", 20_000)+strings.Repeat("]", 20_000)+"\n"+strings.Repeat("# a comment\n", 1000),
		"block.yaml", "rules:\n"+strings.Repeat("- ", 20_000)+"x\n",
		"key.yaml", "rules:\n  - id: ours\n    why: ours\n    line: [share ours]\n    dorp: [Share ours]\n")
	for file, want := range map[string]string{
		"bomb.yaml":  "bomb.yaml:1: aliases are not allowed",
		"flow.yaml":  "flow.yaml:1: more than 500 brackets are open",
		"block.yaml": "block.yaml:2: ",
		"key.yaml":   `key.yaml:5: unknown key "dorp"`,
	} {
		took := time.Hour
		for range 5 { // the machine may be busy
			start := time.Now()
			got := unscrape(t, "", "--rules", file, "page.txt")
			took = min(took, time.Since(start))
			if got.status != statusUsage || got.stdout != "" || !strings.HasPrefix(got.stderr, "unscrape: "+want) || strings.Count(got.stderr, "\n") != 1 {
				t.Fatalf("%s: got %+v, want %q", file, got, want)
			}
		}
		if limit := 100 * time.Millisecond; took > limit && !testing.Short() {
			t.Errorf("%s: refused after %v, want %v", file, took, limit)
		}
	}
}

func TestNothingToRead(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "page.txt", "News ID: 1\n")
	if err := os.Mkdir("empty", 0o777); err != nil {
		t.Fatal(err)
	}
	const said = "unscrape: missing.txt: no such file or directory\nunscrape: empty: no documents in it\n"
	for format, want := range map[string]string{"json": "[]\n", "jsonl": "", "yaml": ""} {
		unscrape(t, "", "-o", format, "missing.txt", "empty").want(t, result{statusInput, want, said})
	}
	unscrape(t, "", "-o", "jsonl", "--fields", "id", "missing.txt", "empty", "page.txt").
		want(t, result{statusInput, "{\"id\":\"1\"}\n", said})
	unscrape(t, "", "page.txt/").want(t, result{statusInput, "[]\n", "unscrape: page.txt/: not a directory\n"})
}
