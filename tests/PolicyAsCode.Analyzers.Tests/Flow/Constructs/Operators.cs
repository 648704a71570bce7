//+ plus that logs
public class Book { public static Book operator +(Book b, string s) { Console.WriteLine(s); return b; } }
public class Use
{
    public void Leak(Book b, Customer c) => _ = b + [|c.Email|];
    public void Clean(Book b, Customer c) => _ = b + c.City;
}
//+ compound
public class Book { public static Book operator +(Book b, string s) { Console.WriteLine(s); return b; } }
public class Use
{
    public void Leak(Book b, Customer c) => b += [|c.Email|];
    public void Clean(Book b, Customer c) => b += c.City;
}
//+ an operator that returns what it gets
public readonly struct Sep { public static string operator |(Sep s, string t) => "<" + t + ">"; public static string operator &(Sep s, string t) => "<" + t.Length + ">"; }
public class Use
{
    public void Leak(Sep s, Customer c) => Console.WriteLine([|s | c.Email|]);
    public void Clean(Sep s, Customer c) => Console.WriteLine(s & c.Email);
}
//+ an operator that reads
public class Card(Customer c) { public Customer Who => c; public static string operator +(Card a, int n) => a.Who.Email + n; public static string operator -(Card a, int n) => a.Who.City + n; }
public class Use
{
    public void Leak(Card a) => Console.WriteLine([|a + 1|]);
    public void Clean(Card a) => Console.WriteLine(a - 1);
}
//+ a unary operator
public class Card(Customer c) { public Customer Who => c; public static string operator !(Card a) => a.Who.Email; public static string operator ~(Card a) => a.Who.City; }
public class Use
{
    public void Leak(Card a) => Console.WriteLine([|!a|]);
    public void Clean(Card a) => Console.WriteLine(~a);
}
//+ equality that logs
public class Key(int n) { public int N => n; public static bool operator ==(Key k, string s) { Console.WriteLine(s); return true; } public static bool operator !=(Key k, string s) => false; public override bool Equals(object? o) => false; public override int GetHashCode() => 1; }
public class Use
{
    public bool Leak(Key k, Customer c) => k == [|c.Email|];
    public bool Clean(Key k, Customer c) => k == c.City;
}
//+ a shift as a pipe
public class Out { public static Out operator <<(Out o, string s) { Console.WriteLine(s); return o; } }
public class Use
{
    public void Leak(Out o, Customer c) => _ = o << "to " << [|c.Email|];
    public void Clean(Out o, Customer c) => _ = o << "to " << c.City;
}
//+ an operator that calls a helper
public class Out { static void Note(string s) => Console.WriteLine(s); public static Out operator +(Out o, string s) { Note(s); return o; } }
public class Use
{
    public void Leak(Out o, Customer c) => _ = o + [|c.Name|];
    public void Clean(Out o, Customer c) => _ = o + c.City;
}
