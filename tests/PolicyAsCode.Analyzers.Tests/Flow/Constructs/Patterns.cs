//# a declaration pattern
void Leak(object o) { if (o is Customer c) Console.WriteLine([|c.Email|]); }
void Clean(object o) { if (o is Customer c) Console.WriteLine(c.City); }
//# a property pattern
void Leak(Customer c) { if (c is { Email: var m }) Console.WriteLine([|m|]); }
void Clean(Customer c) { if (c is { City: var m }) Console.WriteLine(m); }
//# a property pattern with a type
void Leak(Customer c) { if (c is { Phone: string p, Number: > 3 }) Console.WriteLine([|p|]); }
void Clean(Customer c) { if (c is { Phone: not null, Number: var n }) Console.WriteLine(n); }
//# an extended property pattern
void Leak(Order o) { if (o is { Customer.Email: { Length: > 2 } m }) Console.WriteLine([|m|]); }
void Clean(Order o) { if (o is { Customer.City: { Length: > 2 } m }) Console.WriteLine(m); }
//# a list pattern
void Leak(Customer c) { var a = new[] { c.Email, "x" }; if (a is [var first, ..]) Console.WriteLine([|first|]); }
void Clean(Customer c) { var a = new[] { c.City, "x" }; if (a is [var first, ..]) Console.WriteLine(first); }
//# a slice pattern
void Leak(Customer c) { var a = new[] { "x", c.Email }; if (a is [_, .. var rest]) Console.WriteLine([|rest[0]|]); }
void Clean(Customer c) { var a = new[] { "x", c.City }; if (a is [_, .. var rest]) Console.WriteLine(rest[0]); }
//# a positional pattern over a tuple
void Leak(Customer c) { if ((c.Number, c.Email) is (> 1, var m)) Console.WriteLine([|m|]); }
void Clean(Customer c) { if ((c.Number, c.City) is (> 1, var m)) Console.WriteLine(m); }
//# a positional pattern, the clean element
void Leak(Customer c) { if ((c.City, c.Email) is (_, var m)) Console.WriteLine([|m|]); }
void Clean(Customer c) { if ((c.City, c.Email) is (var t, _)) Console.WriteLine(t); }
//# var pattern
void Leak(Customer c) { if (c.Email.Trim() is var m && m.Length > 2) Console.WriteLine([|m|]); }
void Clean(Customer c) { if (c.City.Trim() is var m && m.Length > 2) Console.WriteLine(m); }
//# a switch statement
void Leak(object o) { switch (o) { case Customer { Number: > 1 } c: Console.WriteLine([|c.Name|]); break; case string s: Console.WriteLine("text"); break; } }
void Clean(object o) { switch (o) { case Customer { Number: > 1 } c: Console.WriteLine(c.City); break; case string s: Console.WriteLine("text"); break; } }
//# and, or, not
void Leak(Customer c) { if (c.Email is { Length: > 3 } and not "none" and var m) Console.WriteLine([|m|]); }
void Clean(Customer c) { if (c.City is { Length: > 3 } and not "none" and var m) Console.WriteLine(m); }
