//+ an implicit conversion of ours that logs
public readonly struct Line { public static implicit operator Line(string s) { Console.WriteLine(s); return default; } }
public class Use
{
    public void Leak(Customer c) { Line l = [|c.Email|]; }
    public void Clean(Customer c) { Line l = c.City; }
}
//+ an explicit conversion of ours that logs
public readonly struct Line { public static explicit operator Line(string s) { Console.WriteLine(s); return default; } }
public class Use
{
    public void Leak(Customer c) { var l = (Line)[|c.Email|]; }
    public void Clean(Customer c) { var l = (Line)c.City; }
}
//+ a conversion of ours that reads
public class Card(Customer c) { public Customer Who => c; public static implicit operator string(Card card) => card.Who.Email; }
public class Place(Customer c) { public Customer Who => c; public static implicit operator string(Place card) => card.Who.City; }
public class Use
{
    public void Leak(Card card) { string s = card; Console.WriteLine([|s|]); }
    public void Clean(Place card) { string s = card; Console.WriteLine(s); }
}
//# a cast to object and back
void Leak(Customer c) { object o = c.Email; Console.WriteLine((string)[|o|]); }
void Clean(Customer c) { object o = c.City; Console.WriteLine((string)o); }
//# as
void Leak(object o) => Console.WriteLine([|(o as Customer)?.Email|]);
void Clean(object o) => Console.WriteLine((o as Customer)?.City);
//# boxed into an interface
void Leak(Customer c) { IComparable x = c.Email; Console.WriteLine([|x|]); }
void Clean(Customer c) { IComparable x = c.City; Console.WriteLine(x); }
//# Convert.ToString
void Leak(Customer c) => Console.WriteLine([|Convert.ToString((object)c.Email)|]);
void Clean(Customer c) => Console.WriteLine(Convert.ToString((object)c.Number));
//+ a conversion in an argument
public readonly struct Line { public static implicit operator Line(string s) { Console.WriteLine(s); return default; } }
public class Use { static void Put(Line l) { }
    public void Leak(Customer c) => Put([|c.Email|]);
    public void Clean(Customer c) => Put(c.City); }
//+ a wrapper that keeps, undeclared
public readonly struct Wrapped { private readonly string _it; private Wrapped(string it) => _it = it; public static implicit operator Wrapped(string s) => new(s); }
public class Use
{
    public void Leak(Customer c) { Wrapped l = {|PAC2005:c.Email|}; }
    public void Clean(Customer c) { Wrapped l = c.City; }
}
