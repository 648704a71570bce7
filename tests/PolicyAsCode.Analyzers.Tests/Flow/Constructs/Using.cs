//# using with a scope
void Leak(Customer c) { using (var w = new StringWriter()) { w.Write(c.Email); Console.WriteLine([|w|]); } }
void Clean(Customer c) { using (var w = new StringWriter()) { w.Write(c.City); Console.WriteLine(w); } }
//# a using declaration
void Leak(Customer c) { using var w = new StringWriter(); w.WriteLine(c.Email); Console.WriteLine([|w.ToString()|]); }
void Clean(Customer c) { using var w = new StringWriter(); w.WriteLine(c.City); Console.WriteLine(w.ToString()); }
//# await using
async Task Leak(Customer c) { await using var w = new StringWriter(); await w.WriteAsync(c.Email); Console.WriteLine([|w.ToString()|]); }
async Task Clean(Customer c) { await using var w = new StringWriter(); await w.WriteAsync(c.City); Console.WriteLine(w.ToString()); }
//# a memory stream
void Leak(Customer c) { using var s = new MemoryStream(); s.Write(Encoding.UTF8.GetBytes(c.Email)); Console.WriteLine([|Encoding.UTF8.GetString(s.ToArray())|]); }
void Clean(Customer c) { using var s = new MemoryStream(); s.Write(Encoding.UTF8.GetBytes(c.City)); Console.WriteLine(Encoding.UTF8.GetString(s.ToArray())); }
//# a reader over it
void Leak(Customer c) { using var r = new StringReader(c.Email); Console.WriteLine([|r.ReadLine()|]); }
void Clean(Customer c) { using var r = new StringReader(c.City); Console.WriteLine(r.ReadLine()); }
//# a writer over a stream
void Leak(Customer c) { using var s = new MemoryStream(); using (var w = new StreamWriter(s)) w.Write(c.Email); Console.WriteLine([|s.ToArray()|]); }
void Clean(Customer c) { using var s = new MemoryStream(); using (var w = new StreamWriter(s)) w.Write(c.City); Console.WriteLine(s.ToArray()); }
//+ a disposable of ours that logs at its end
public sealed class Scope([DataCategory("contact.email")] string to, string town) : IDisposable { public void Dispose() => Console.WriteLine([|to|]); public void Close() => Console.WriteLine(town); }
//# an enumerator used
void Leak(Customer c) { var all = new List<string> { c.Email }; using var e = all.GetEnumerator(); e.MoveNext(); Console.WriteLine([|e.Current|]); }
void Clean(Customer c) { var all = new List<string> { c.City }; using var e = all.GetEnumerator(); e.MoveNext(); Console.WriteLine(e.Current); }
