//# a slice of a text
void Leak(Customer c) => Console.WriteLine([|c.Email[..3]|]);
void Clean(Customer c) => Console.WriteLine(c.City[..3]);
//# from the end
void Leak(Customer c) => Console.WriteLine([|c.Email[^3..]|]);
void Clean(Customer c) => Console.WriteLine(c.City[^3..]);
//# a slice of an array
void Leak(Customer c) { var a = new[] { c.City, c.Email }; var b = a[1..]; Console.WriteLine([|b[0]|]); }
void Clean(Customer c) { var a = new[] { c.City, "x" }; var b = a[1..]; Console.WriteLine(b[0]); }
//# an index from the end
void Leak(Customer c) { var a = new[] { c.City, c.Email }; Console.WriteLine([|a[^1]|]); }
void Clean(Customer c) { var a = new[] { c.City }; Console.WriteLine(a[^1]); }
//# a span of a text
void Leak(Customer c) { var s = c.Email.AsSpan(0, 4); Console.WriteLine([|s.ToString()|]); }
void Clean(Customer c) { var s = c.City.AsSpan(0, 4); Console.WriteLine(s.ToString()); }
//# a list's range
void Leak(Customer c) { var a = new List<string> { c.Email }; Console.WriteLine([|a.GetRange(0, 1)[0]|]); }
void Clean(Customer c) { var a = new List<string> { c.City }; Console.WriteLine(a.GetRange(0, 1)[0]); }
//# a single character
void Leak(Customer c) => Console.WriteLine([|c.Email[0]|]);
void Clean(Customer c) => Console.WriteLine(c.City[0]);
//# split and take a part
void Leak(Customer c) => Console.WriteLine([|c.Email.Split('@')[^1]|]);
void Clean(Customer c) => Console.WriteLine(c.City.Split('@')[^1]);
