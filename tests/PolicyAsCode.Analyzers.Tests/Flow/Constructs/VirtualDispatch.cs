//+ an override that logs
public abstract class Sink { public abstract void Put(string s); } public class Loud : Sink { public override void Put(string s) => Console.WriteLine(s); }
public abstract class Hole { public abstract void Put(string s); } public class Still : Hole { public override void Put(string s) { } }
public class Use { public void Leak(Sink k, Customer c) => k.Put([|c.Email|]);
    public void Clean(Hole k, Customer c) => k.Put(c.Email); }
//+ an override that returns
public abstract class Text { public abstract string Of(Customer c); } public class Mail : Text { public override string Of(Customer c) => c.Email; }
public abstract class Town { public abstract string Of(Customer c); } public class City : Town { public override string Of(Customer c) => c.City; }
public class Use { public void Leak(Text t, Customer c) => Console.WriteLine([|t.Of(c)|]);
    public void Clean(Town t, Customer c) => Console.WriteLine(t.Of(c)); }
//+ a template method
public abstract class Job { public void Run(string s) => Do(s); protected abstract void Do(string s); } public class Note : Job { protected override void Do(string s) => Console.WriteLine(s); }
public class Use { public void Leak(Job j, Customer c) => j.Run([|c.Email|]);
    public void Clean(Job j, Customer c) => j.Run(c.City); }
//+ a virtual property
public class Card { public Customer Who = new(); public virtual string Title => ""; } public class Mail : Card { public override string Title => Who.Email; }
public class Place { public Customer Who = new(); public virtual string Title => ""; } public class Town : Place { public override string Title => Who.City; }
public class Use { public void Leak(Card k) => Console.WriteLine([|k.Title|]);
    public void Clean(Place k) => Console.WriteLine(k.Title); }
//+ two levels down
public class A { public virtual void Put(string s) { } } public class B : A { } public class C : B { public override void Put(string s) => Console.WriteLine(s); }
public class Use { public void Leak(A a, Customer c) => a.Put([|c.Email|]);
    public void Clean(A a, Customer c) => a.Put(c.City); }
//+ base.
public class A { public virtual void Put(string s) => Console.WriteLine(s); } public class B : A { public override void Put(string s) => base.Put(s.Trim()); }
public class Use { public void Leak(B b, Customer c) => b.Put([|c.Email|]);
    public void Clean(B b, Customer c) => b.Put(c.City); }
//+ ToString of ours
public class Card(Customer c) { public override string ToString() => c.Email; } public class Place(Customer c) { public override string ToString() => c.City; }
public class Use { public void Leak(Card k) => Console.WriteLine([|k.ToString()|]);
    public void Clean(Place k) => Console.WriteLine(k.ToString()); }
//+ ToString of ours in a text
public class Card(Customer c) { public override string ToString() => c.Email; } public class Place(Customer c) { public override string ToString() => c.City; }
public class Use { public void Leak(Card k) => Console.WriteLine($"card {[|k|]}");
    public void Clean(Place k) => Console.WriteLine($"card {k}"); }
//+ a sealed override only
public class A { public virtual void Put(string s) => Console.WriteLine(s); } public sealed class B : A { public override void Put(string s) { } }
public class Use { public void Leak(A a, Customer c) => a.Put([|c.Email|]);
    public void Clean(B b, Customer c) => b.Put(c.Email); }
