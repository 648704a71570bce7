//# a method group in a local
static void Note(string s) => Console.WriteLine(s);
void Leak(Customer c) { Action<string> a = Note; a([|c.Email|]); }
void Clean(Customer c) { Action<string> a = Note; a(c.City); }
//# Invoke
static void Note(string s) => Console.WriteLine(s);
void Leak(Customer c) { Action<string>? a = Note; a?.Invoke([|c.Email|]); }
void Clean(Customer c) { Action<string>? a = Note; a?.Invoke(c.City); }
//# held in a field, by its initialiser
readonly Action<string> _note = s => Console.WriteLine(s); readonly Action<string> _quiet = s => { };
void Leak(Customer c) => _note([|c.Email|]);
void Clean(Customer c) { _note(c.City); _quiet(c.Email); }
//# held in a field, set by the constructor
readonly Action<string> _note; readonly Action<string> _quiet;
public Case() { _note = Write; _quiet = Drop; }
static void Write(string s) => Console.WriteLine(s); static void Drop(string s) { }
void Leak(Customer c) => _note([|c.Email|]);
void Clean(Customer c) { _note(c.City); _quiet(c.Email); }
//+ held in a property of another class
public class Options { public Action<string> OnSent { get; set; } = _ => { }; public Action<string> OnLost { get; set; } = _ => { }; }
public class Setup { public static Options Make() => new() { OnSent = s => Console.WriteLine(s) }; }
public class Use
{
    public void Leak(Options o, Customer c) => o.OnSent([|c.Email|]);
    public void Clean(Options o, Customer c) { o.OnSent(c.City); o.OnLost(c.Email); }
}
//#? in a dictionary of handlers
static readonly Dictionary<string, Action<string>> s_all = new() { ["a"] = s => Console.WriteLine(s) };
static readonly Dictionary<string, Action<string>> s_none = new() { ["a"] = s => { } };
void Leak(Customer c) => s_all["a"]([|c.Email|]);
void Clean(Customer c) { s_all["a"](c.City); s_none["a"](c.Email); }
//# combined
static void Note(string s) => Console.WriteLine(s); static void Drop(string s) { }
void Leak(Customer c) { Action<string> a = Drop; a += Note; a([|c.Email|]); }
void Clean(Customer c) { Action<string> a = Drop; a += Note; a(c.City); }
//# a function that returns
static string Mail(Customer c) => c.Email; static string Town(Customer c) => c.City;
void Leak(Customer c) { Func<Customer, string> f = Mail; Console.WriteLine([|f(c)|]); }
void Clean(Customer c) { Func<Customer, string> f = Town; Console.WriteLine(f(c)); }
//#? returned by a helper
static Action<string> Writer() => s => Console.WriteLine(s);
static Action<string> Dropper() => s => { };
void Leak(Customer c) => Writer()([|c.Email|]);
void Clean(Customer c) { Writer()(c.City); Dropper()(c.Email); }
//# a delegate type of ours
delegate void Sink(string text);
static void Note(string s) => Console.WriteLine(s);
static void Send(Sink to, string text) => to(text);
void Leak(Customer c) => Send(Note, [|c.Email|]);
void Clean(Customer c) => Send(Note, c.City);
//# a local chosen by a condition
static void Note(string s) => Console.WriteLine(s); static void Drop(string s) { }
void Leak(Customer c, bool b) { Action<string> a = b ? Note : Drop; a([|c.Email|]); }
void Clean(Customer c, bool b) { Action<string> a = b ? Note : Drop; a(c.City); }
