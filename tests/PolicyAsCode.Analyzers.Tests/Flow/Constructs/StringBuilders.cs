//# Append
void Leak(Customer c) { var b = new StringBuilder(); b.Append(c.Email); Console.WriteLine([|b.ToString()|]); }
void Clean(Customer c) { var b = new StringBuilder(); b.Append(c.City); Console.WriteLine(b.ToString()); }
//# a chain
void Leak(Customer c) => Console.WriteLine([|new StringBuilder("to ").Append(c.Email).Append('.').ToString()|]);
void Clean(Customer c) => Console.WriteLine(new StringBuilder("to ").Append(c.City).Append('.').ToString());
//# a chain on a local
void Leak(Customer c) { var b = new StringBuilder(); b.Append("x").Append(c.Email).AppendLine(); Console.WriteLine([|b|]); }
void Clean(Customer c) { var b = new StringBuilder(); b.Append("x").Append(c.City).AppendLine(); Console.WriteLine(b); }
//# in a loop
void Leak(List<Customer> all) { var b = new StringBuilder(); foreach (var c in all) b.AppendLine(c.Name); Console.WriteLine([|b|]); }
void Clean(List<Customer> all) { var b = new StringBuilder(); foreach (var c in all) b.AppendLine(c.City); Console.WriteLine(b); }
//# AppendFormat
void Leak(Customer c) { var b = new StringBuilder(); b.AppendFormat("{0}", c.Email); Console.WriteLine([|b|]); }
void Clean(Customer c) { var b = new StringBuilder(); b.AppendFormat("{0}", c.City); Console.WriteLine(b); }
//# AppendJoin
void Leak(List<Customer> all) { var b = new StringBuilder(); b.AppendJoin(",", all.Select(c => c.Email)); Console.WriteLine([|b|]); }
void Clean(List<Customer> all) { var b = new StringBuilder(); b.AppendJoin(",", all.Select(c => c.City)); Console.WriteLine(b); }
//# filled by a helper
static void Write(StringBuilder b, Customer c) => b.Append(c.Email);
static void Place(StringBuilder b, Customer c) => b.Append(c.City);
void Leak(Customer c) { var b = new StringBuilder(); Write(b, c); Console.WriteLine([|b|]); }
void Clean(Customer c) { var b = new StringBuilder(); Place(b, c); Console.WriteLine(b); }
//# the length
void Leak(Customer c) { var b = new StringBuilder(c.Email); Console.WriteLine([|b[0]|]); }
void Clean(Customer c) { var b = new StringBuilder(c.Email); Console.WriteLine(b.Length); }
//# a writer
void Leak(Customer c) { var w = new StringWriter(); w.Write(c.Email); Console.WriteLine([|w.ToString()|]); }
void Clean(Customer c) { var w = new StringWriter(); w.Write(c.City); Console.WriteLine(w.ToString()); }
//# Insert and Replace
void Leak(Customer c) { var b = new StringBuilder("x"); b.Insert(0, "y").Replace("x", c.Email); Console.WriteLine([|b|]); }
void Clean(Customer c) { var b = new StringBuilder("x"); b.Insert(0, "y").Replace("x", c.City); Console.WriteLine(b); }
