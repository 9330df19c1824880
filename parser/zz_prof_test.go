package parser
import ("testing";"os")
func BenchmarkSample(b *testing.B){
 data,_:=os.ReadFile("../../shared/samples/275219.txt")
 p:=New(Options{}); b.SetBytes(int64(len(data))); b.ReportAllocs()
 for b.Loop(){ p.Parse(data,Hints{}) }
}
