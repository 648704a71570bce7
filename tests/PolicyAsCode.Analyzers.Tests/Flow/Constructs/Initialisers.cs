//# an object initialiser writes an undeclared member
class Dto { public string Contact { get; set; } = ""; public string Town { get; set; } = ""; }
object Leak(Customer c) => new Dto { Contact = {|PAC2005:c.Email|} };
object Clean(Customer c) => new Dto { Town = c.City };
//# an object initialiser writes a declared member
class Dto { [DataCategory("contact.email")] public string Contact { get; set; } = ""; [DataCategory("contact.phone")] public string? Call { get; set; } }
object Leak(Customer c) => new Dto { Call = {|PAC2005:c.Email|} };
object Clean(Customer c) => new Dto { Contact = c.Email };
//# a setter that logs in an initialiser
class Screen { public string Title { get => ""; set => Console.WriteLine(value); } }
object Leak(Customer c) => new Screen { Title = [|c.Name|] };
object Clean(Customer c) => new Screen { Title = c.City };
//# a nested initialiser
class Inner { public string Text { get; set; } = ""; } class Outer { public Inner In { get; } = new(); }
object Leak(Customer c) => new Outer { In = { Text = {|PAC2005:c.Email|} } };
object Clean(Customer c) => new Outer { In = { Text = c.City } };
//# a collection initialiser
void Leak(Customer c) { var all = new List<string> { "a", c.Email }; Console.WriteLine([|string.Join(",", all)|]); }
void Clean(Customer c) { var all = new List<string> { "a", c.City }; Console.WriteLine(string.Join(",", all)); }
//# a dictionary initialiser
void Leak(Customer c) { var all = new Dictionary<string, string> { ["to"] = c.Email }; Console.WriteLine([|all["to"]|]); }
void Clean(Customer c) { var all = new Dictionary<string, string> { ["to"] = c.City }; Console.WriteLine(all["to"]); }
//# a dictionary initialiser with pairs
void Leak(Customer c) { var all = new Dictionary<string, object> { { "to", c.Email }, { "n", 1 } }; foreach (var pair in all) Console.WriteLine([|pair.Value|]); }
void Clean(Customer c) { var all = new Dictionary<string, object> { { "to", c.City }, { "n", 1 } }; foreach (var pair in all) Console.WriteLine(pair.Value); }
//# an initialiser of a library's object
void Leak(Customer c) { var b = new UriBuilder { Path = c.Email }; Console.WriteLine([|b|]); }
void Clean(Customer c) { var b = new UriBuilder { Path = c.City }; Console.WriteLine(b); }
//# a collection initialiser over an Add of ours
class Trace : System.Collections.IEnumerable { public void Add(string text) => Console.WriteLine(text); public System.Collections.IEnumerator GetEnumerator() => null!; }
object Leak(Customer c) => new Trace { [|c.Email|] };
object Clean(Customer c) => new Trace { c.City };
//# an initialiser inside an argument
static void Note(object what) => Console.WriteLine(what);
void Leak(Customer c) => Note([|new Dictionary<string, string> { ["m"] = c.Email }|]);
void Clean(Customer c) => Note(new Dictionary<string, string> { ["m"] = c.City });
