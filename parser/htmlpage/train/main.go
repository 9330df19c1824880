// Command train prepares the training of the page model; train.sh beside it
// does the whole of it.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"unscrape/parser/htmlpage"
)

func main() {
	log.SetFlags(0)
	work := flag.String("work", "", "folder for what is written, with classes-*.txt once they are trained")
	corpus := flag.String("corpus", "", "folder with gold/ and html/")
	var f foreign
	flag.StringVar(&f.lexicon, "lexicon", "", "the line model's lexicon, for pages disguised as others in other languages")
	flag.StringVar(&f.cases, "cases", "", "the folder of test cases, pages themselves or for composed pages")
	flag.StringVar(&f.rules, "rules", "", "the rules, for composed pages")
	step := flag.String("step", "", "words, first, second or foreign")
	flag.Parse()
	var err error
	switch *step {
	case "words":
		err = writeWords(*corpus, *work)
	case "first", "second":
		err = writeMatrix(*corpus, *work, *step == "second")
	case "foreign":
		err = f.write(*corpus, *work)
	default:
		err = fmt.Errorf("unknown step %q", *step)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// classWeights reads the weights that were trained without each fold, and
// those that were trained on all folds for the validation part.
func classWeights(work string) (func(*page) *htmlpage.Classes, error) {
	var w [folds + 1]*htmlpage.Classes
	for k := range w {
		name := fmt.Sprintf("classes-%d.txt", k)
		if k == folds {
			name = "classes.txt"
		}
		data, err := os.ReadFile(filepath.Join(work, name))
		if err != nil {
			return nil, err
		}
		w[k] = htmlpage.ParseClasses(string(data))
	}
	return func(p *page) *htmlpage.Classes {
		if p.validation {
			return w[folds]
		}
		return w[p.fold]
	}, nil
}
