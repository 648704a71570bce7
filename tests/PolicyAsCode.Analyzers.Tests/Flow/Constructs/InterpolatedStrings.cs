//# a hole
void Leak(Customer c) => Console.WriteLine($"to {[|c.Email|]}");
void Clean(Customer c) => Console.WriteLine($"to {c.City}");
//# a format in the hole
void Leak(Customer c) => Console.WriteLine($"to {[|c.Email|],20:x}");
void Clean(Customer c) => Console.WriteLine($"to {c.Number,20:x}");
//# kept in a local
void Leak(Customer c) { var s = $"to {c.Email}"; Console.WriteLine([|s|]); }
void Clean(Customer c) { var s = $"to {c.City}"; Console.WriteLine(s); }
//# raw
void Leak(Customer c) { var s = $$"""{ "to": "{{c.Email}}" }"""; Console.WriteLine([|s|]); }
void Clean(Customer c) { var s = $$"""{ "to": "{{c.City}}" }"""; Console.WriteLine(s); }
//# nested
void Leak(Customer c) => Console.WriteLine($"a {$"b {[|c.Email|]}"}");
void Clean(Customer c) => Console.WriteLine($"a {$"b {c.City}"}");
//# FormattableString
void Leak(Customer c) { FormattableString f = $"to {c.Email}"; Console.WriteLine([|f.ToString()|]); }
void Clean(Customer c) { FormattableString f = $"to {c.City}"; Console.WriteLine(f.ToString()); }
//# string.Create
void Leak(Customer c) => Console.WriteLine([|string.Create(System.Globalization.CultureInfo.InvariantCulture, $"to {c.Email}")|]);
void Clean(Customer c) => Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"to {c.City}"));
//# a hole with a call
void Leak(Customer c) => Console.WriteLine($"to {[|c.Email.ToUpperInvariant()|]}");
void Clean(Customer c) => Console.WriteLine($"to {Masking.Mask(c.Email)}");
//# handed to a helper
static void Note(string s) => Console.WriteLine(s);
void Leak(Customer c) => Note($"to {[|c.Email|]} {c.City}");
void Clean(Customer c) => Note($"to {c.Number} {c.City}");
//# a conditional in a hole
void Leak(Customer c) => Console.WriteLine($"to {([|c.Number > 1 ? c.Email : ""|])}");
void Clean(Customer c) => Console.WriteLine($"to {(c.Email != "" ? "some" : "none")}");
