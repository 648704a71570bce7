//+ a constructor that logs
public class Job { public Job(string text) => Console.WriteLine(text); }
public class Use
{
    public object Leak(Customer c) => new Job([|c.Email|]);
    public object Clean(Customer c) => new Job(c.City);
}
//+ a constructor that keeps in an undeclared field
public class Job { private readonly string _to; public Job(string to) => _to = to; public void Run() => Console.WriteLine(_to); }
public class Use
{
    public object Leak(Customer c) => new Job({|PAC2005:c.Email|});
    public object Clean(Customer c) => new Job(c.City);
}
//+ a constructor that keeps in a declared field
public class Job { [DataCategory("contact.email")] private readonly string _to; private readonly string _town; public Job(string to, string town) { _to = to; _town = town; }
    public void Leak() => Console.WriteLine([|_to|]);
    public void Clean() => Console.WriteLine(_town); }
//+ a base constructor
public class Base { public Base(string text) => Console.WriteLine(text); }
public class Mailing : Base { public Mailing(Customer c) : base([|c.Email|]) { } }
public class Town : Base { public Town(Customer c) : base(c.City) { } }
//+ a base constructor through parameters
public class Base { public Base(string text) => Console.WriteLine(text); }
public class Mid : Base { public Mid(string one, string two) : base(one) { } }
public class Use
{
    public object Leak(Customer c) => new Mid([|c.Email|], "");
    public object Clean(Customer c) => new Mid("", c.Email);
}
//+ this constructor
public class Job { public Job(string a, string b) => Console.WriteLine(a); public Job(string a) : this(a, "") { } public Job(int n, string b) : this("", b) { } }
public class Use
{
    public object Leak(Customer c) => new Job([|c.Email|]);
    public object Clean(Customer c) => new Job(1, c.Email);
}
//+ a constructor of a struct
public readonly struct Stamp { public Stamp(string text) { Console.WriteLine(text); } }
public class Use
{
    public object Leak(Customer c) => new Stamp([|c.Phone + ""|]);
    public object Clean(Customer c) => new Stamp(c.City + "");
}
//+ target-typed new
public class Job { public Job(string text) => Console.WriteLine(text); }
public class Use
{
    public void Leak(Customer c) { Job j = new([|c.Email|]); }
    public void Clean(Customer c) { Job j = new(c.City); }
}
//+ a constructor argument, a field, another method: declared
public class Sender([DataCategory("contact.email")] string to) { public void Leak() => Console.WriteLine([|to|]); public void Clean() => Console.WriteLine(to.Length); }
//+ a generic constructor
public class Box<T> { public Box(T one) => Console.WriteLine(one); }
public class Use
{
    public object Leak(Customer c) => new Box<string>([|c.Email|]);
    public object Clean(Customer c) => new Box<string>(c.City);
}
