package parser

import "strings"

// isFragment reports whether page is the text of an article with elements that lay it out
// and nothing else: no parts with names, few classes, more text than links.
func isFragment(page string) bool {
	found, blocks, links, classes := 0, 0, 0, 0
	for start, end := range tags(page) {
		tag := page[start:end]
		switch name := strings.ToLower(elementName(tag)); name {
		case "p", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "center":
			blocks++
		case "a":
			links++
		case "html", "body":
		case "": // the end of an element or a declaration
			if strings.HasPrefix(tag, "<!--") {
				return false
			}
		default:
			if !isInline(name) {
				return false
			}
		}
		if strings.Contains(tag, "class=") || strings.Contains(tag, "id=") {
			classes++
		}
		found++
	}
	// without tags over two lines
	return found == strings.Count(page, "<") && blocks > 0 && links*2 <= blocks && classes*4 <= blocks
}

// keepsLines reports whether the lines of text are lines for its readers too: no line break
// is an element, or these stand at the ends of lines only, and empty lines part the paragraphs
// or half of the lines or more have one or are too short to have been broken off.
func keepsLines(text string) bool {
	visible, broken, short, empty := 0, 0, 0, false
	for line := range strings.Lines(text) {
		line = strings.ToLower(strings.TrimSpace(line))
		if line == "" {
			empty = true
			continue
		}
		visible++
		if i := strings.Index(line, "<br"); i >= 0 {
			if strings.IndexByte(line[i:], '>') < len(line)-i-1 {
				return false
			}
			broken++
		} else if len(line) < proseWidth {
			short++
		}
	}
	return broken == 0 || empty || 2*(broken+short) >= visible
}

// cutFragment makes a block of what stands between the tags of elements that are not
// inline, and blocks of their own of these. Text outside of elements keeps its lines
// where no line break is an element.
func cutFragment(text string) (blocks []Block) {
	folds := !keepsLines(text)
	closed, depth := strings.Contains(text, "</p>") || strings.Contains(text, "</P>"), 0
	for pos := 0; pos < len(text); {
		start, end := nextElement(text, pos)
		if start < 0 {
			start, end = len(text), len(text)
		}
		for pos < start {
			next := start
			if i := strings.IndexByte(text[pos:start], '\n'); i >= 0 && depth == 0 && !folds {
				next = pos + i + 1
			}
			b := Block{Span: Span{pos, next}, Text: elementText(strings.Join(strings.Fields(replaceTags(text[pos:next], "")), " "))}
			if b.Text != "" {
				b.Kind = Body
			}
			blocks = append(blocks, b)
			pos = next
		}
		if start == end {
			break
		}
		switch tag := text[start:end]; {
		case strings.HasPrefix(tag, "</"):
			depth = max(0, depth-1)
		case closed && strings.EqualFold(elementName(tag), "p"), strings.EqualFold(elementName(tag), "div"):
			depth++
		}
		blocks = append(blocks, Block{Span: Span{start, end}, Kind: Hidden, Reason: Reason{Why: whyMarkup}})
		pos = end
	}
	return blocks
}
