//# an array
void Leak(Customer c) { string[] a = [c.City, c.Email]; Console.WriteLine([|a[1]|]); }
void Clean(Customer c) { string[] a = [c.City, "x"]; Console.WriteLine(a[1]); }
//# a spread
void Leak(Customer c) { string[] a = [c.Email]; string[] b = ["x", .. a]; Console.WriteLine([|b[0]|]); }
void Clean(Customer c) { string[] a = [c.City]; string[] b = ["x", .. a]; Console.WriteLine(b[0]); }
//# a spread of a query
void Leak(List<Customer> all) { List<string> m = [.. all.Select(c => c.Email)]; Console.WriteLine([|string.Join(",", m)|]); }
void Clean(List<Customer> all) { List<string> m = [.. all.Select(c => c.City)]; Console.WriteLine(string.Join(",", m)); }
//# handed to params
void Leak(Customer c) => Console.WriteLine("{0}", [|c.Email|], 1);
void Clean(Customer c) => Console.WriteLine("{0}", c.City, 1);
//# into a span
void Leak(Customer c) { ReadOnlySpan<string> s = [c.Email]; Console.WriteLine([|s[0]|]); }
void Clean(Customer c) { ReadOnlySpan<string> s = [c.City]; Console.WriteLine(s[0]); }
//# into a helper of ours
static void Note(IEnumerable<string> all) { foreach (var one in all) Console.WriteLine(one); }
void Leak(Customer c) => Note([[|c.Email|], "x"]);
void Clean(Customer c) => Note([c.City, "x"]);
//# into params of ours
static void Note(params string[] all) => Console.WriteLine(string.Join(",", all));
void Leak(Customer c) => Note("x", [|c.Email|]);
void Clean(Customer c) => Note("x", c.City);
//# into params collections of ours
static void Note(params IReadOnlyList<string> all) => Console.WriteLine(all[0]);
void Leak(Customer c) => Note("x", [|c.Email|]);
void Clean(Customer c) => Note("x", c.City);
//# returned
static List<string> Lines(Customer c) => [c.Name, c.Email];
static List<string> Towns(Customer c) => [c.City];
void Leak(Customer c) => Console.WriteLine([|Lines(c)[0]|]);
void Clean(Customer c) => Console.WriteLine(Towns(c)[0]);
