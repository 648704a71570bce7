//# ??
void Leak(Customer c) => Console.WriteLine([|c.Phone ?? "none"|]);
void Clean(Customer c) => Console.WriteLine(c.City ?? "none");
//# ?? right
void Leak(Customer c, string? s) => Console.WriteLine([|s ?? c.Email|]);
void Clean(Customer c, string? s) => Console.WriteLine(s ?? c.City);
//# ?? chain
void Leak(Customer c, string? s) { var t = s ?? c.Phone ?? c.City; Console.WriteLine([|t|]); }
void Clean(Customer c, string? s) { var t = s ?? c.City ?? "x"; Console.WriteLine(t); }
//# ??=
void Leak(Customer c, string? s) { s ??= c.Email; Console.WriteLine([|s|]); }
void Clean(Customer c, string? s) { s ??= c.City; Console.WriteLine(s); }
//# ?.
void Leak(Customer? c) => Console.WriteLine([|c?.Email|]);
void Clean(Customer? c) => Console.WriteLine(c?.City);
//# ?. method
void Leak(Customer? c) => Console.WriteLine([|c?.Phone?.Trim()|]);
void Clean(Customer? c) => Console.WriteLine(c?.Phone?.Length);
//# ?[]
void Leak(List<Customer>? all) => Console.WriteLine([|all?[0].Name|]);
void Clean(List<Customer>? all) => Console.WriteLine(all?[0].City);
//# !
void Leak(Customer? c) => Console.WriteLine([|c!.Phone|]!);
void Clean(Customer? c) => Console.WriteLine(c!.City!);
//# a conditional
void Leak(Customer c, bool b) => Console.WriteLine([|b ? c.Email : "-"|]);
void Clean(Customer c, bool b) => Console.WriteLine(c.Email != "" ? c.City : "-");
//# ?. assignment
class Row { public string Mail { get; set; } = ""; public string Town { get; set; } = ""; }
void Leak(Row? r, Customer c) => r?.Mail = {|PAC2005:c.Email|};
void Clean(Row? r, Customer c) => r?.Town = c.City;
//# through a helper that falls back
static string Or(string? s, string t) => s ?? t;
void Leak(Customer c) => Console.WriteLine([|Or(null, c.Email)|]);
void Clean(Customer c) => Console.WriteLine(Or(null, c.City));
