//# a list is filled
static void Fill(List<string> all, string s) => all.Add(s);
void Leak(Customer c) { var all = new List<string>(); Fill(all, c.Email); Console.WriteLine([|all[0]|]); }
void Clean(Customer c) { var all = new List<string>(); Fill(all, c.City); Console.WriteLine(all[0]); }
//# a list is filled with what is read
static void Fill(List<string> all, Customer c) => all.Add(c.Email);
static void Place(List<string> all, Customer c) => all.Add(c.City);
void Leak(Customer c) { var all = new List<string>(); Fill(all, c); Console.WriteLine([|string.Join(",", all)|]); }
void Clean(Customer c) { var all = new List<string>(); Place(all, c); Console.WriteLine(string.Join(",", all)); }
//# two calls deep
static void Fill(List<string> all, string s) => Put(all, s.Trim()); static void Put(List<string> all, string s) { if (s != "") all.Add(s); }
void Leak(Customer c) { var all = new List<string>(); Fill(all, c.Email); foreach (var x in all) Console.WriteLine([|x|]); }
void Clean(Customer c) { var all = new List<string>(); Fill(all, c.City); foreach (var x in all) Console.WriteLine(x); }
//# a dictionary is filled
static void Fill(IDictionary<string, object> d, Customer c) => d["mail"] = c.Email;
static void Place(IDictionary<string, object> d, Customer c) => d["town"] = c.City;
void Leak(Customer c) { var d = new Dictionary<string, object>(); Fill(d, c); log.LogInformation("{D}", [|d|]); }
void Clean(Customer c) { var d = new Dictionary<string, object>(); Place(d, c); log.LogInformation("{D}", d); }
//# an array is filled
static void Fill(string[] a, string s) => a[0] = s;
void Leak(Customer c) { var a = new string[1]; Fill(a, c.Email); Console.WriteLine([|a[0]|]); }
void Clean(Customer c) { var a = new string[1]; Fill(a, c.City); Console.WriteLine(a[0]); }
//# a builder in a loop
static void Write(StringBuilder b, string s) => b.Append(s).Append(';');
void Leak(List<Customer> all) { var b = new StringBuilder(); foreach (var c in all) Write(b, c.Email); Console.WriteLine([|b|]); }
void Clean(List<Customer> all) { var b = new StringBuilder(); foreach (var c in all) Write(b, c.City); Console.WriteLine(b); }
//# a helper that returns the builder it is given
static StringBuilder Write(StringBuilder b, string s) => b.Append(s);
void Leak(Customer c) => Console.WriteLine([|Write(new StringBuilder(), c.Email).ToString()|]);
void Clean(Customer c) => Console.WriteLine(Write(new StringBuilder(), c.City).ToString());
//# one list into another
static void Copy(List<string> from, List<string> to) { foreach (var one in from) to.Add(one); }
void Leak(Customer c) { List<string> a = [c.Email]; var b = new List<string>(); Copy(a, b); Console.WriteLine([|b[0]|]); }
void Clean(Customer c) { List<string> a = [c.Email]; var b = new List<string>(); Copy(b, a); Console.WriteLine(b.FirstOrDefault()); }
//# an extension method that fills
static void Fill(ICollection<string> all, IEnumerable<Customer> from) { foreach (var c in from) all.Add(c.Phone ?? ""); }
void Leak(List<Customer> from) { var all = new List<string>(); Fill(all, from); Console.WriteLine([|all.Last()|]); }
void Clean(List<Customer> from) { var all = new List<string>(); Fill(all, from); Console.WriteLine(all.Count); }
//# a local function that fills
void Leak(Customer c) { var all = new List<string>(); Fill(all, c.Email); Console.WriteLine([|all[0]|]); static void Fill(List<string> x, string s) => x.Add(s); }
void Clean(Customer c) { var all = new List<string>(); Fill(all, c.City); Console.WriteLine(all[0]); static void Fill(List<string> x, string s) => x.Add(s); }
//# an async helper that fills
static async Task FillAsync(List<string> all, string s) { await Task.Yield(); all.Add(s); }
async Task Leak(Customer c) { var all = new List<string>(); await FillAsync(all, c.Email); Console.WriteLine([|all[0]|]); }
async Task Clean(Customer c) { var all = new List<string>(); await FillAsync(all, c.City); Console.WriteLine(all[0]); }
