//# out of a helper
static void Fill(Customer c, out string mail, out string town) { mail = c.Email; town = c.City; }
void Leak(Customer c) { Fill(c, out var m, out var t); Console.WriteLine([|m|]); }
void Clean(Customer c) { Fill(c, out var m, out var t); Console.WriteLine(t); }
//# a Try method
static bool TryMail(Customer? c, out string? mail) { mail = c?.Email; return mail != null; }
static bool TryTown(Customer? c, out string? town) { town = c?.City; return town != null; }
void Leak(Customer c) { if (TryMail(c, out var m)) Console.WriteLine([|m|]); }
void Clean(Customer c) { if (TryTown(c, out var m)) Console.WriteLine(m); }
//# ref appended
static void Add(ref string text, string more) => text += more;
void Leak(Customer c) { var s = ""; Add(ref s, c.Email); Console.WriteLine([|s|]); }
void Clean(Customer c) { var s = ""; Add(ref s, c.City); Console.WriteLine(s); }
//# in
static void Note(in string text) => Console.WriteLine(text);
void Leak(Customer c) => Note([|c.Email|]);
void Clean(Customer c) => Note(c.City);
//# out handed on
static void Inner(Customer c, out string m) => m = c.Email;
static void Outer(Customer c, out string m) => Inner(c, out m);
void Leak(Customer c) { Outer(c, out var m); Console.WriteLine([|m|]); }
void Clean(Customer c) { Outer(c, out var m); Console.WriteLine(m.Length); }
//# a ref local
void Leak(Customer c) { var s = ""; ref var r = ref s; r = c.Email; Console.WriteLine([|s|]); }
void Clean(Customer c) { var s = ""; ref var r = ref s; r = c.City; Console.WriteLine(s); }
//#? a ref return
static string s_kept = "";
static ref string At() => ref s_kept;
void Leak(Customer c) => At() = {|PAC2005:c.Email|};
void Clean(Customer c) => At() = c.City;
//# out into a field
string _kept = ""; string _town = "";
static void Fill(Customer c, out string mail) => mail = c.Email; static void Place(Customer c, out string town) => town = c.City;
void Leak(Customer c) => Fill(c, out {|PAC2005:_kept|});
void Clean(Customer c) => Place(c, out _town);
//# parsed by a library
void Leak(Customer c) { System.Net.Mail.MailAddress.TryCreate(c.Email, out var a); Console.WriteLine([|a|]); }
void Clean(Customer c) { int.TryParse(c.Email, out var n); Console.WriteLine(n); }
//# ref to a local function
void Leak(Customer c) { var s = ""; Set(ref s, c.Email); Console.WriteLine([|s|]); static void Set(ref string a, string b) => a = b; }
void Clean(Customer c) { var s = ""; Set(ref s, c.City); Console.WriteLine(s); static void Set(ref string a, string b) => a = b; }
//# overwritten by out
static void Reset(out string s) => s = "";
void Leak(Customer c) { var s = c.Email; Console.WriteLine([|s|]); Reset(out s); }
void Clean(Customer c) { var s = c.Email; Reset(out s); Console.WriteLine(s); }
