//# captures
void Leak(Customer c) { Write(); void Write() => Console.WriteLine([|c.Email|]); }
void Clean(Customer c) { Write(); void Write() => Console.WriteLine(c.City); }
//# takes a parameter
void Leak(Customer c) { Write([|c.Email|]); static void Write(string s) => Console.WriteLine(s); }
void Clean(Customer c) { Write(c.City); static void Write(string s) => Console.WriteLine(s); }
//# called with both
void Leak(Customer c) { Console.WriteLine([|Trim(c.Email)|]); string Trim(string s) => s.Trim(); }
void Clean(Customer c) { var m = Trim(c.Email); Console.WriteLine(Trim(c.City)); if (m == "") return; static string Trim(string s) => s.Trim(); }
//# logs in one call only
void Leak(Customer c) { Write([|c.Email|], true); void Write(string s, bool b) { if (b) Console.WriteLine(s); } }
void Clean(Customer c) { Write(c.City, c.Email); void Write(string s, string t) { if (t != "") Console.WriteLine(s); } }
//# one calls another
void Leak(Customer c) { One([|c.Email|]); static void One(string s) => Two(s); static void Two(string s) => Console.WriteLine(s); }
void Clean(Customer c) { One(c.City); static void One(string s) => Two(s); static void Two(string s) => Console.WriteLine(s); }
//# recursive
void Leak(Customer c) { Down([|c.Email|], 3); static void Down(string s, int n) { if (n == 0) Console.WriteLine(s); else Down(s, n - 1); } }
void Clean(Customer c) { Down(c.City, 3); static void Down(string s, int n) { if (n == 0) Console.WriteLine(s); else Down(s, n - 1); } }
//# writes an outer local
void Leak(Customer c) { var m = ""; Set(); Console.WriteLine([|m|]); void Set() => m = c.Email; }
void Clean(Customer c) { var m = ""; Set(); Console.WriteLine(m); void Set() => m = c.City; }
//# calls a method of the class
static void Note(string s) => Console.WriteLine(s);
void Leak(Customer c) { Go([|c.Email|]); static void Go(string s) => Note(s); }
void Clean(Customer c) { Go(c.City); static void Go(string s) => Note(s); }
//# generic
void Leak(Customer c) { Console.WriteLine([|Same(c.Email)|]); static T Same<T>(T x) => x; }
void Clean(Customer c) { Console.WriteLine(Same(c.City)); static T Same<T>(T x) => x; }
