//# a sink six calls deep
static void A(string s) => B(s); static void B(string s) => C(s); static void C(string s) => D(s); static void D(string s) => E(s); static void E(string s) => F(s); static void F(string s) => Console.WriteLine(s);
void Leak(Customer c) => A([|c.Email|]);
void Clean(Customer c) => A(c.City);
//# a list filled five calls deep
static void A(List<string> l, string s) => B(l, s); static void B(List<string> l, string s) => C(l, s); static void C(List<string> l, string s) => D(l, s); static void D(List<string> l, string s) => E(l, s); static void E(List<string> l, string s) => l.Add(s);
void Leak(Customer c) { var l = new List<string>(); A(l, c.Email); Console.WriteLine([|l[0]|]); }
void Clean(Customer c) { var l = new List<string>(); A(l, c.City); Console.WriteLine(l[0]); }
//# an element read five calls deep
static string A(List<string> l) => B(l); static string B(List<string> l) => C(l); static string C(List<string> l) => D(l); static string D(List<string> l) => E(l); static string E(List<string> l) => l[0];
void Leak(Customer c) { var l = new List<string> { c.Email }; Console.WriteLine([|A(l)|]); }
void Clean(Customer c) { var l = new List<string> { c.City }; Console.WriteLine(A(l)); }
//# a dictionary filled and read five calls deep
static void A(Dictionary<int, string> d, string s) => B(d, s); static void B(Dictionary<int, string> d, string s) => C(d, s); static void C(Dictionary<int, string> d, string s) => D(d, s); static void D(Dictionary<int, string> d, string s) => E(d, s); static void E(Dictionary<int, string> d, string s) => d[1] = s;
void Leak(Customer c) { var d = new Dictionary<int, string>(); A(d, c.Email); Console.WriteLine([|d[1]|]); }
void Clean(Customer c) { var d = new Dictionary<int, string>(); A(d, c.City); Console.WriteLine(d[1]); }
//# tuple deconstruction five calls deep
static (string, int) A(string s) => B(s); static (string, int) B(string s) => C(s); static (string, int) C(string s) => D(s); static (string, int) D(string s) => E(s); static (string, int) E(string s) => (s, s.Length);
void Leak(Customer c) { var (m, n) = A(c.Email); Console.WriteLine([|m|]); }
void Clean(Customer c) { var (m, n) = A(c.Email); Console.WriteLine(n); }
//# out five calls deep
static void A(string s, out string o) => B(s, out o); static void B(string s, out string o) => C(s, out o); static void C(string s, out string o) => D(s, out o); static void D(string s, out string o) => E(s, out o); static void E(string s, out string o) => o = s;
void Leak(Customer c) { A(c.Email, out var m); Console.WriteLine([|m|]); }
void Clean(Customer c) { A(c.City, out var m); Console.WriteLine(m); }
//+ a constructor argument to a field, five calls deep
public class Job { private readonly string _to; public Job(string to) => _to = to; public void Run() => Console.WriteLine(_to); }
public class Use { static Job A(string s) => B(s); static Job B(string s) => C(s); static Job C(string s) => D(s); static Job D(string s) => E(s); static Job E(string s) => new(s);
    public void Leak(Customer c) => A({|PAC2005:c.Email|}).Run();
    public void Clean(Customer c) => A(c.City).Run(); }
//+ a DTO handed five calls deep, whose member is read
public class Dto { [DataCategory("contact.email")] public string Mail { get; set; } = ""; public string Town { get; set; } = ""; }
public class Use { static string A(Dto d) => B(d); static string B(Dto d) => C(d); static string C(Dto d) => D(d); static string D(Dto d) => E(d); static string E(Dto d) => d.Mail; static string F(Dto d) => d.Town;
    public void Leak(Dto d) => Console.WriteLine([|A(d)|]);
    public void Clean(Dto d) => Console.WriteLine(F(d)); }
//+ a field set by another method, five calls deep
public class Job { private string _to = ""; public void A(string s) => B(s); void B(string s) => C(s); void C(string s) => D(s); void D(string s) => E(s); void E(string s) => _to = s; public void Run() => Console.WriteLine(_to);
    public void Leak(Customer c) => A({|PAC2005:c.Email|});
    public void Clean(Customer c) => A(c.City); }
//+ DTO to DTO, five calls deep
public class From { [DataCategory("contact.email")] public string Mail { get; set; } = ""; public string Town { get; set; } = ""; } public class To { public string Line { get; set; } = ""; }
public class Use { static void A(To t, string s) => B(t, s); static void B(To t, string s) => C(t, s); static void C(To t, string s) => D(t, s); static void D(To t, string s) => E(t, s); static void E(To t, string s) => t.Line = s;
    public void Leak(From f, To t) => A(t, {|PAC2005:f.Mail|});
    public void Clean(From f, To t) => A(t, f.Town); }
