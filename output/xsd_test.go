package output

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"slices"
	"testing"
)

// An xsd is what the tests need of XML Schema: global elements with attributes
// and a sequence of references, each with how often it may occur.
type xsd struct {
	Elements []xsdElement `xml:"element"`
}

type xsdElement struct {
	Name string `xml:"name,attr"`
	Type string `xml:"type,attr"`
	Body struct {
		Mixed    bool `xml:"mixed,attr"`
		Sequence struct {
			Refs []struct {
				Ref string `xml:"ref,attr"`
				Min string `xml:"minOccurs,attr"`
				Max string `xml:"maxOccurs,attr"`
			} `xml:"element"`
		} `xml:"sequence"`
		Attributes []struct {
			Name string `xml:"name,attr"`
			Use  string `xml:"use,attr"`
		} `xml:"attribute"`
	} `xml:"complexType"`
}

// An xmlNode is any element of a document.
type xmlNode struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []xmlNode  `xml:",any"`
}

func (n *xmlNode) attr(name string) (string, bool) {
	i := slices.IndexFunc(n.Attrs, func(a xml.Attr) bool { return a.Name.Local == name })
	if i < 0 {
		return "", false
	}
	return n.Attrs[i].Value, true
}

func readXML(t *testing.T, data []byte) *xmlNode {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	var root xmlNode
	if err := d.Decode(&root); err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	if _, err := d.Token(); err != io.EOF {
		if _, err = d.Token(); err != io.EOF {
			t.Fatalf("something follows the root in\n%s", data)
		}
	}
	return &root
}

func readXSD(t *testing.T, name string) *xsd {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var s xsd
	if err := xml.Unmarshal(data, &s); err != nil {
		t.Fatal(err)
	}
	return &s
}

// validate reports where n breaks the schema.
func (s *xsd) validate(n *xmlNode) error {
	i := slices.IndexFunc(s.Elements, func(e xsdElement) bool { return e.Name == n.XMLName.Local })
	if i < 0 {
		return fmt.Errorf("no element %s", n.XMLName.Local)
	}
	e := s.Elements[i]
	if e.Type != "" { // a simple type
		if len(n.Attrs)+len(n.Children) > 0 {
			return fmt.Errorf("%s has attributes or children", e.Name)
		}
		return nil
	}
	known := map[string]bool{}
	for _, a := range e.Body.Attributes {
		known[a.Name] = true
		if _, ok := n.attr(a.Name); a.Use == "required" && !ok {
			return fmt.Errorf("%s has no %s", e.Name, a.Name)
		}
	}
	for _, a := range n.Attrs {
		if !known[a.Name.Local] {
			return fmt.Errorf("%s must not have %s", e.Name, a.Name.Local)
		}
	}
	if len(bytes.TrimSpace([]byte(n.Text))) > 0 && !e.Body.Mixed {
		return fmt.Errorf("%s has text", e.Name)
	}
	rest := n.Children
	for _, ref := range e.Body.Sequence.Refs {
		count := 0
		for len(rest) > 0 && rest[0].XMLName.Local == ref.Ref {
			if err := s.validate(&rest[0]); err != nil {
				return fmt.Errorf("%s: %w", e.Name, err)
			}
			rest = rest[1:]
			count++
		}
		if count == 0 && ref.Min != "0" || count > 1 && ref.Max != "unbounded" {
			return fmt.Errorf("%s has %d times %s", e.Name, count, ref.Ref)
		}
	}
	if len(rest) > 0 {
		return fmt.Errorf("%s has %s in the wrong place", e.Name, rest[0].XMLName.Local)
	}
	return nil
}
