//# two locals to one list
void Leak(Customer c) { var a = new List<string>(); var b = a; b.Add(c.Email); Console.WriteLine([|a[0]|]); }
void Clean(Customer c) { var a = new List<string>(); var b = a; b.Add(c.City); Console.WriteLine(a[0]); }
//# filled by the first, read by the second
void Leak(Customer c) { var a = new List<string>(); var b = a; a.Add(c.Email); Console.WriteLine([|b[0]|]); }
void Clean(Customer c) { var a = new List<string>(); var b = new List<string>(); a.Add(c.Email); Console.WriteLine(b[0]); }
//# two locals to one builder
void Leak(Customer c) { var a = new StringBuilder(); var b = a; b.Append(c.Email); Console.WriteLine([|a|]); }
void Clean(Customer c) { var a = new StringBuilder(); var b = a; b.Append(c.City); Console.WriteLine(a); }
//# an array
void Leak(Customer c) { var a = new string[1]; var b = a; b[0] = c.Email; Console.WriteLine([|a[0]|]); }
void Clean(Customer c) { var a = new string[1]; var b = (string[])a.Clone(); b[0] = c.City; Console.WriteLine(a[0]); }
//# by an interface
void Leak(Customer c) { var a = new List<string>(); ICollection<string> b = a; b.Add(c.Email); Console.WriteLine([|a[0]|]); }
void Clean(Customer c) { var a = new List<string>(); ICollection<string> b = a; b.Add(c.City); Console.WriteLine(a[0]); }
//# three
void Leak(Customer c) { var a = new List<string>(); var b = a; var d = b; d.Add(c.Email); Console.WriteLine([|a[0]|]); }
void Clean(Customer c) { var a = new List<string>(); var b = a; var d = b; d.Add(c.City); Console.WriteLine(a[0]); }
//# through a helper
static void Fill(List<string> all, string s) { var mine = all; mine.Add(s); }
void Leak(Customer c) { var a = new List<string>(); Fill(a, c.Email); Console.WriteLine([|a[0]|]); }
void Clean(Customer c) { var a = new List<string>(); Fill(a, c.City); Console.WriteLine(a[0]); }
//#? a list in a list
void Leak(Customer c) { var inner = new List<string>(); var all = new List<List<string>> { inner }; inner.Add(c.Email); Console.WriteLine([|all[0][0]|]); }
void Clean(Customer c) { var inner = new List<string>(); var all = new List<List<string>> { inner }; inner.Add(c.City); Console.WriteLine(all[0][0]); }
//# a dictionary of lists
void Leak(Customer c) { var d = new Dictionary<int, List<string>> { [1] = [] }; d[1].Add(c.Email); Console.WriteLine([|d[1][0]|]); }
void Clean(Customer c) { var d = new Dictionary<int, List<string>> { [1] = [] }; d[1].Add(c.City); Console.WriteLine(d[1][0]); }
//# got out, then filled
void Leak(Customer c) { var d = new Dictionary<int, List<string>> { [1] = [] }; var one = d[1]; one.Add(c.Email); Console.WriteLine([|d[1][0]|]); }
void Clean(Customer c) { var d = new Dictionary<int, List<string>> { [1] = [] }; var one = d[1]; one.Add(c.City); Console.WriteLine(d[1][0]); }
