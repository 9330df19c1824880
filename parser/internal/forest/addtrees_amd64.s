#include "go_asm.h"
#include "textflag.h"

// The bits of a leaf's number in each byte: 1, 2, 4 and 8.
DATA bits<>+0(SB)/4, $0x08040201
GLOBL bits<>(SB), RODATA|NOPTR, $4

// ask sets the bytes of out to 255 for the rows whose feature of question k is
// not above the threshold, else to 0. Y0 is 0.
#define ask(k, out) \
	MOVWLZX (symmetricTree_feature+2*k)(BX), R8; \
	MOVLQSX (DI)(R8*4), R8; \
	VMOVDQU (SI)(R8*1), out; \
	VPBROADCASTB (symmetricTree_threshold+k)(BX), Y1; \
	VPSUBUSB Y1, out, out; \
	VPCMPEQB Y0, out, out

// look sets out to the bytes at a table of 64: Y2 has the lower four bits of
// their numbers, Y3 and Y4 the upper two, all bits of a byte alike.
#define look(table, out) \
	VBROADCASTI128 (table+0)(BX), out; \
	VBROADCASTI128 (table+16)(BX), Y6; \
	VPSHUFB Y2, out, out; \
	VPSHUFB Y2, Y6, Y6; \
	VPBLENDVB Y3, Y6, out, out; \
	VBROADCASTI128 (table+32)(BX), Y6; \
	VBROADCASTI128 (table+48)(BX), Y7; \
	VPSHUFB Y2, Y6, Y6; \
	VPSHUFB Y2, Y7, Y7; \
	VPBLENDVB Y3, Y7, Y6, Y6; \
	VPBLENDVB Y4, Y6, out, out

// func addTreesAVX2(sums *[Block]int32, trees *symmetricTree, n int, columns *uint8, at *int32)
TEXT ·addTreesAVX2(SB), NOSPLIT, $0-40
	MOVQ sums+0(FP), AX
	MOVQ trees+8(FP), BX
	MOVQ n+16(FP), CX
	MOVQ columns+24(FP), SI
	MOVQ at+32(FP), DI
	VPXOR Y0, Y0, Y0
	VPBROADCASTB bits<>+0(SB), Y8
	VPBROADCASTB bits<>+1(SB), Y9
	VPBROADCASTB bits<>+2(SB), Y10
	VPBROADCASTB bits<>+3(SB), Y11
	VMOVDQU 0(AX), Y12
	VMOVDQU 32(AX), Y13
	VMOVDQU 64(AX), Y14
	VMOVDQU 96(AX), Y15

tree:
	ask(0, Y2)
	ask(1, Y3)
	ask(2, Y4)
	ask(3, Y5)
	VPAND Y8, Y2, Y2
	VPAND Y9, Y3, Y3
	VPAND Y10, Y4, Y4
	VPAND Y11, Y5, Y5
	VPOR Y3, Y2, Y2
	VPOR Y5, Y4, Y4
	VPOR Y4, Y2, Y2
	ask(4, Y3)
	ask(5, Y4)
	look(symmetricTree_low, Y1)
	look(symmetricTree_high, Y5)

	// Rows 0 to 7 and 16 to 23, then 8 to 15 and 24 to 31.
	VPUNPCKLBW Y5, Y1, Y6
	VPUNPCKHBW Y5, Y1, Y7
	VPMOVSXWD X6, Y1
	VPMOVSXWD X7, Y2
	VEXTRACTI128 $1, Y6, X6
	VEXTRACTI128 $1, Y7, X7
	VPMOVSXWD X6, Y3
	VPMOVSXWD X7, Y4
	VPADDD Y1, Y12, Y12
	VPADDD Y2, Y13, Y13
	VPADDD Y3, Y14, Y14
	VPADDD Y4, Y15, Y15
	ADDQ $symmetricTree__size, BX
	DECQ CX
	JNZ tree

	VMOVDQU Y12, 0(AX)
	VMOVDQU Y13, 32(AX)
	VMOVDQU Y14, 64(AX)
	VMOVDQU Y15, 96(AX)
	VZEROUPPER
	RET
