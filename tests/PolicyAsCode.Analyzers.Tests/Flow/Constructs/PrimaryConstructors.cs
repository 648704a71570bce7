//+ a base argument
public class Base { public Base(string text) => Console.WriteLine(text); }
public class Derived(string text) : Base(text);
public class Use
{
    public object Leak(Customer c) => new Derived([|c.Email|]);
    public object Clean(Customer c) => new Derived(c.City);
}
//+ a base argument that is read there
public class Base { public Base(string text) => Console.WriteLine(text); }
public class Mailing(Customer c) : Base([|c.Email|]);
public class Town(Customer c) : Base(c.City);
//+ a base argument made of it
public class Base(string text) { private readonly int _n = Note(text); static int Note(string t) { Console.WriteLine(t); return 1; } }
public class Derived(string text, int n) : Base($"{text}:{n}");
public class Use
{
    public object Leak(Customer c) => new Derived([|c.Email|], 1);
    public object Clean(Customer c) => new Derived(c.City, 1);
}
//+ a field's initialiser that calls
public class Job(string text) { private readonly int _n = Note(text); static int Note(string t) { Console.WriteLine(t); return 1; } }
public class Use
{
    public object Leak(Customer c) => new Job([|c.Email|]);
    public object Clean(Customer c) => new Job(c.City);
}
//+ a field's initialiser that keeps
public class Job(string to) { private readonly string _line = to.Trim(); public void Run() => Console.WriteLine(_line); }
public class Use
{
    public object Leak(Customer c) => new Job({|PAC2005:c.Email|});
    public object Clean(Customer c) => new Job(c.City);
}
//+ a property's initialiser that keeps
public class Job(string to) { public string Line { get; } = "<" + to + ">"; }
public class Use
{
    public object Leak(Customer c) => new Job({|PAC2005:c.Email|});
    public object Clean(Customer c) => new Job(c.City);
}
//+ a captured parameter that is logged
public class Job(string to) { public void Run() => Console.WriteLine(to); }
public class Use
{
    public object Leak(Customer c) => new Job({|PAC2005:c.Email|});
    public object Clean(Customer c) => new Job(c.City);
}
//+ a captured customer
public class Job(Customer c) { public void Leak() => Console.WriteLine([|c.Email|]); public void Clean() => Console.WriteLine(c.City); }
//+ a captured declared parameter
public class Job([DataCategory("contact.email")] string to, string town) { public void Leak() => Console.WriteLine([|to|]); public void Clean() => Console.WriteLine(town); }
//+ a record's base
public abstract record Event(string Text) { public int N { get; } = Note(Text); static int Note(string t) { Console.WriteLine(t); return 0; } }
public record Mailed(int No, string Line) : Event(Line);
public class Use
{
    public object Leak(Customer c) => new Mailed(1, {|PAC2005:[|c.Email|]|});
    public object Clean(Customer c) => new Mailed(1, c.City);
}
