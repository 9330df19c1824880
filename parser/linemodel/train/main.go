// Command train writes what the line model is trained on and measures how
// well it does. train.sh runs all the steps.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"

	"unscrape/parser/internal/compose"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 2 {
		log.Fatal("usage: train words|matrix|eval [flags]")
	}
	f := flag.NewFlagSet(os.Args[1], flag.ExitOnError)
	corpus := f.String("corpus", "", "folder with gold/*.json and dump/TOOL/*.txt")
	single := f.String("page", "", "one text file instead of a corpus")
	weights := f.String("words", "", "prefix of the files of word weights")
	out := f.String("out", "", "folder for the matrix")
	scores := f.String("scores", "", "the first forest's probabilities, a byte a line: write the second forest's matrix")
	lexicon := f.String("lexicon", "", "the lexicon: add each page in another language and with broken lines")
	cases := f.String("cases", "", "the test cases: add pages composed of them and of -rules")
	rules := f.String("rules", "", "the rules")
	each := f.Bool("each", false, "a line for each page")
	f.Parse(os.Args[2:])
	var v *variants
	var err error
	if *lexicon != "" {
		v = new(variants)
		if v.disguises, err = compose.Disguises(*lexicon); err != nil {
			log.Fatal(err)
		}
	}
	switch os.Args[1] {
	case "words":
		err = writeWords(source(*corpus, *single, nil), *out)
	case "matrix":
		err = writeMatrix(func(use func(*page)) error {
			if err := source(*corpus, *single, v)(use); err != nil || *cases == "" {
				return err
			}
			return composePages(*cases, *rules, pagesEach, use)
		}, *out, *scores, *weights)
	case "eval":
		err = evaluate(source(*corpus, *single, v), *each)
	default:
		err = fmt.Errorf("unknown command %q", os.Args[1])
	}
	if err != nil {
		log.Fatal(err)
	}
}

// source returns what calls a function for each page.
func source(corpus, single string, v *variants) func(func(*page)) error {
	return func(use func(*page)) error {
		if single == "" {
			return readPages(corpus, v, use)
		}
		text, err := os.ReadFile(single)
		if err != nil {
			return err
		}
		p := &page{name: single, tool: "-", lines: splitLines(string(text))}
		p.align()
		use(p)
		return nil
	}
}
