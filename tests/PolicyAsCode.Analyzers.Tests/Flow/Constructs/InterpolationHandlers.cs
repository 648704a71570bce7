//+ a handler of ours that keeps a text
[System.Runtime.CompilerServices.InterpolatedStringHandler] public ref struct Handler(int literals, int holes) { private StringBuilder _text = new(); public void AppendLiteral(string s) => _text.Append(s); public void AppendFormatted<T>(T one) => _text.Append(one); public string Text => _text.ToString(); }
public class Use { static void Note(Handler h) => Console.WriteLine("x");
    public void Leak(Customer c) => Note($"to {{|PAC2005:c.Email|}}");
    public void Clean(Customer c) => Note($"to {c.City}"); }
//+ a handler of ours that logs
[System.Runtime.CompilerServices.InterpolatedStringHandler] public ref struct Handler(int literals, int holes) { public void AppendLiteral(string s) { } public void AppendFormatted<T>(T one) => Console.WriteLine(one); }
public class Use { static void Note(Handler h) { }
    public void Leak(Customer c) => Note($"to {[|c.Email|]}");
    public void Clean(Customer c) => Note($"to {c.City}"); }
//# StringBuilder.Append with a handler
void Leak(Customer c) { var b = new StringBuilder(); b.Append($"to {c.Email}"); Console.WriteLine([|b|]); }
void Clean(Customer c) { var b = new StringBuilder(); b.Append($"to {c.City}"); Console.WriteLine(b); }
//# AppendLine with a handler, then text
void Leak(Customer c) { var b = new StringBuilder(); b.AppendLine($"to {c.Email}"); Console.WriteLine([|b.ToString()|]); }
void Clean(Customer c) { var b = new StringBuilder(); b.AppendLine($"to {c.City}"); Console.WriteLine(b.ToString()); }
//# DefaultInterpolatedStringHandler by hand
void Leak(Customer c) { var h = new System.Runtime.CompilerServices.DefaultInterpolatedStringHandler(1, 1); h.AppendFormatted(c.Email); Console.WriteLine([|h.ToStringAndClear()|]); }
void Clean(Customer c) { var h = new System.Runtime.CompilerServices.DefaultInterpolatedStringHandler(1, 1); h.AppendFormatted(c.City); Console.WriteLine(h.ToStringAndClear()); }
//# Debug.Assert's handler
void Leak(Customer c) => Debug.WriteLine($"to {[|c.Email|]}");
void Clean(Customer c) => Debug.WriteLine($"to {c.City}");
