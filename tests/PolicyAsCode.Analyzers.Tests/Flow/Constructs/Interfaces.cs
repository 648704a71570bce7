//+ an implementation that logs
public interface ISink { void Put(string s); } public class Loud : ISink { public void Put(string s) => Console.WriteLine(s); }
public interface IHole { void Put(string s); } public class Still : IHole { public void Put(string s) { } }
public class Use { public void Leak(ISink k, Customer c) => k.Put([|c.Email|]);
    public void Clean(IHole k, Customer c) => k.Put(c.Email); }
//+ an explicit implementation
public interface ISink { void Put(string s); } public class Loud : ISink { void ISink.Put(string s) => Console.WriteLine(s); }
public class Use { public void Leak(ISink k, Customer c) => k.Put([|c.Email|]);
    public void Clean(ISink k, Customer c) => k.Put(c.City); }
//+ a default member that logs
public interface ISink { void Put(string s) => Console.WriteLine(s); } public class Any : ISink { }
public class Use { public void Leak(ISink k, Customer c) => k.Put([|c.Email|]);
    public void Clean(ISink k, Customer c) => k.Put(c.City); }
//+ a default member that calls an abstract one
public interface ISink { void Put(string s) => Write("> " + s); void Write(string s); } public class Any : ISink { public void Write(string s) => Console.WriteLine(s); }
public class Use { public void Leak(ISink k, Customer c) => k.Put([|c.Email|]);
    public void Clean(ISink k, Customer c) => k.Put(c.City); }
//+ a default property
public interface ICard { Customer Who { get; } string Title => Who.Email; string Town => Who.City; } public class Card : ICard { public Customer Who => new(); }
public class Use { public void Leak(ICard k) => Console.WriteLine([|k.Title|]);
    public void Clean(ICard k) => Console.WriteLine(k.Town); }
//+ a static abstract member
public interface IWriter { static abstract void Put(string s); } public class Loud : IWriter { public static void Put(string s) => Console.WriteLine(s); }
public class Use { static void Go<T>(string s) where T : IWriter => T.Put(s);
    public void Leak(Customer c) => Go<Loud>([|c.Email|]);
    public void Clean(Customer c) => Go<Loud>(c.City); }
//+ a generic interface
public interface IHandler<T> { void Handle(T one); } public class Mails : IHandler<string> { public void Handle(string one) => Console.WriteLine(one); }
public class Use { public void Leak(IHandler<string> h, Customer c) => h.Handle([|c.Email|]);
    public void Clean(IHandler<string> h, Customer c) => h.Handle(c.City); }
//+ an inherited interface
public interface IBase { void Put(string s); } public interface IMore : IBase { } public class Any : IMore { public void Put(string s) => Console.WriteLine(s); }
public class Use { public void Leak(IMore k, Customer c) => k.Put([|c.Email|]);
    public void Clean(IMore k, Customer c) => k.Put(c.City); }
//+ a repository that returns customers
public interface IRepo { Customer Find(int n); } public class Repo : IRepo { public Customer Find(int n) => new(); }
public class Use { public void Leak(IRepo r) => Console.WriteLine([|r.Find(1).Email|]);
    public void Clean(IRepo r) => Console.WriteLine(r.Find(1).City); }
//+ a property setter of an interface
public interface IScreen { string Title { set; } } public class Screen : IScreen { public string Title { set => Console.WriteLine(value); } }
public class Use
{
    public void Leak(IScreen s, Customer c) => s.Title = [|c.Email|];
    public void Clean(IScreen s, Customer c) => s.Title = c.City;
}
