//# a named element
void Leak(Customer c) { var t = (Id: c.Number, Mail: c.Email); Console.WriteLine([|t.Mail|]); }
void Clean(Customer c) { var t = (Id: c.Number, Mail: c.Email); Console.WriteLine(t.Id); }
//# texts in both elements, one clean
void Leak(Customer c) { var t = (c.City, c.Email); Console.WriteLine([|t.Item2|]); }
void Clean(Customer c) { var t = (c.City, c.Email); Console.WriteLine(t.Item1); }
//# the clean element from a helper
static (string Town, string Mail) Parts(Customer c) => (c.City, c.Email);
void Leak(Customer c) { var t = Parts(c); Console.WriteLine([|t.Mail|]); }
void Clean(Customer c) { var t = Parts(c); Console.WriteLine(t.Town); }
//# two tuples of one type
void Leak(Customer c) { var a = (c.City, "x"); var b = (c.Email, "y"); Console.WriteLine([|b.Item1|]); }
void Clean(Customer c) { var a = (c.City, "x"); var b = (c.Email, "y"); Console.WriteLine(a.Item1); }
//# a tuple copied
void Leak(Customer c) { var a = (c.City, c.Email); var b = a; Console.WriteLine([|b.Item2|]); }
void Clean(Customer c) { var a = (c.City, c.Email); var b = a; Console.WriteLine(b.Item1); }
//# an element written later
void Leak(Customer c) { var t = (A: "", B: ""); t.A = c.Email; Console.WriteLine([|t.A|]); }
void Clean(Customer c) { var t = (A: "", B: ""); t.A = c.Email; Console.WriteLine(t.B); }
//# the tuple whole
void Leak(Customer c) { var t = (c.Number, c.Email); Console.WriteLine([|t|]); }
void Clean(Customer c) { var t = (c.Number, c.City); Console.WriteLine(t); }
//# a list of tuples
void Leak(List<Customer> all) { var rows = all.Select(c => (c.City, c.Email)).ToList(); foreach (var row in rows) Console.WriteLine([|row.Email|]); }
void Clean(List<Customer> all) { var rows = all.Select(c => (c.City, c.Email)).ToList(); foreach (var row in rows) Console.WriteLine(row.City); }
//#? a tuple handed to a helper
static void Note((string Town, string Mail) t) => Console.WriteLine(t.Mail);
static void Place((string Town, string Mail) t) => Console.WriteLine(t.Town);
void Leak(Customer c) => Note([|(c.City, c.Email)|]);
void Clean(Customer c) => Place((c.City, c.Email));
//# a tuple in a tuple
void Leak(Customer c) { var t = (1, (c.City, c.Email)); Console.WriteLine([|t.Item2.Email|]); }
void Clean(Customer c) { var t = (1, (c.City, c.Email)); Console.WriteLine(t.Item2.City); }
//# awaited
static async Task<(string Town, string Mail)> PartsAsync(Customer c) { await Task.Yield(); return (c.City, c.Email); }
async Task Leak(Customer c) { var t = await PartsAsync(c); Console.WriteLine([|t.Mail|]); }
async Task Clean(Customer c) { var t = await PartsAsync(c); Console.WriteLine(t.Town); }
