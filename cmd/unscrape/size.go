package main

import (
	"errors"
	"math"
	"strconv"
	"strings"
)

// A size is a flag that counts bytes: a number from 1 on, alone or in units of
// 1024, as 300K, 64M and 2G.
type size int64

const sizeUnits = "KMGT"

func (s *size) Type() string { return "size" }

func (s *size) String() string {
	n, unit := int64(*s), ""
	for i := 0; i < len(sizeUnits) && n > 0 && n%1024 == 0; i++ {
		n, unit = n/1024, sizeUnits[i:i+1]
	}
	return strconv.FormatInt(n, 10) + unit
}

func (s *size) Set(text string) error {
	digits, shift := text, 0
	if n := len(text) - 1; n > 0 {
		if i := strings.IndexByte(sizeUnits, text[n]&^0x20); i >= 0 {
			digits, shift = text[:n], 10*(i+1)
		}
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n < 1 || n > math.MaxInt64>>shift {
		return errors.New("use a number of bytes from 1 on, such as 67108864 or 64M")
	}
	*s = size(n << shift)
	return nil
}
