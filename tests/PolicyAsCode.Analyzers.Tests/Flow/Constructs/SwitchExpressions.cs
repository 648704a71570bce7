//# an arm
void Leak(Customer c) { var t = c.Number switch { 1 => c.Email, _ => "" }; Console.WriteLine([|t|]); }
void Clean(Customer c) { var t = c.Number switch { 1 => c.City, _ => "" }; Console.WriteLine(t); }
//# the switched value bound
void Leak(Customer c) => Console.WriteLine([|c.Email switch { "" => "none", var m => m }|]);
void Clean(Customer c) => Console.WriteLine(c.Email switch { "" => "none", _ => "some" });
//# by type
static string Of(object o) => o switch { Customer c => c.Email, int n => "n", _ => "" };
static string At(object o) => o switch { Customer c => c.City, int n => "n", _ => "" };
void Leak(Customer c) => Console.WriteLine([|Of(c)|]);
void Clean(Customer c) => Console.WriteLine(At(c));
//# a tuple switched
void Leak(Customer c) => Console.WriteLine([|(c.Number, c.Phone) switch { (1, { } p) => p, _ => "" }|]);
void Clean(Customer c) => Console.WriteLine((c.Number, c.Phone) switch { (1, { } p) => "has", _ => "" });
//# with when
void Leak(Customer c) => Console.WriteLine([|c switch { { Number: 1 } when c.City != "" => c.Name, _ => "" }|]);
void Clean(Customer c) => Console.WriteLine(c switch { { Number: 1 } when c.Name != "" => c.City, _ => "" });
//# a property pattern in an arm
void Leak(Customer c) => Console.WriteLine([|c switch { { Email: var m, Number: 1 } => m, _ => "" }|]);
void Clean(Customer c) => Console.WriteLine(c switch { { Email: var m, Number: 1 } => "x", _ => "" });
//# nested
void Leak(Customer c) => Console.WriteLine([|c.Number switch { 1 => c.City switch { "x" => c.Email, _ => "" }, _ => "" }|]);
void Clean(Customer c) => Console.WriteLine(c.Number switch { 1 => c.Email switch { "x" => c.City, _ => "" }, _ => "" });
//# a throw arm
void Leak(Customer c) => Console.WriteLine([|c.Number switch { 1 => c.Email, _ => throw new InvalidOperationException() }|]);
void Clean(Customer c) => Console.WriteLine(c.Number switch { 1 => c.City, _ => throw new InvalidOperationException() });
