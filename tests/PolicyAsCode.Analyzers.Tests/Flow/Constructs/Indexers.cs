//+ an indexer that computes
public class Book { public List<Customer> All = []; public string this[int i] => All[i].Email; public string this[string k] => All[0].City; }
public class Use { public void Leak(Book b) => Console.WriteLine([|b[0]|]); public void Clean(Book b) => Console.WriteLine(b["x"]); }
//+ an indexer that logs its key
public class Book { public string this[string k] { get { Console.WriteLine(k); return ""; } } }
public class Use
{
    public void Leak(Book b, Customer c) => _ = b[[|c.Email|]];
    public void Clean(Book b, Customer c) => _ = b[c.City];
}
//+ an indexer whose setter logs its value
public class Book { public string this[int k] { get => ""; set => Console.WriteLine(value); } }
public class Use
{
    public void Leak(Book b, Customer c) => b[1] = [|c.Email|];
    public void Clean(Book b, Customer c) => b[1] = c.City;
}
//+ an indexer whose setter logs its key
public class Book { public int this[string k] { get => 1; set => Console.WriteLine(k); } }
public class Use
{
    public void Leak(Book b, Customer c) => b[[|c.Email|]] = 1;
    public void Clean(Book b, Customer c) => b[c.City] = 1;
}
//+ an indexer's setter that keeps
public class Book { private string _kept = ""; public string this[int k] { get => ""; set => _kept = value; } }
public class Use
{
    public void Leak(Book b, Customer c) => b[1] = {|PAC2005:c.Email|};
    public void Clean(Book b, Customer c) => b[1] = c.City;
}
//+ an indexer over a dictionary of its own
public class Book { private readonly Dictionary<string, string> _all = []; public string this[string k] { get => _all[k]; set => _all[k] = value; } }
public class Use
{
    public void Leak(Book b, Customer c) => b["x"] = {|PAC2005:c.Email|};
    public void Clean(Book b, Customer c) => b["x"] = c.City;
}
//+ an indexer in an initialiser
public class Book { public string this[int k] { get => ""; set => Console.WriteLine(value); } }
public class Use
{
    public object Leak(Customer c) => new Book { [1] = [|c.Email|] };
    public object Clean(Customer c) => new Book { [1] = c.City };
}
//+ an indexer of an interface
public interface IBook { string this[int k] { get; } } public class Book : IBook { public Customer Who = new(); public string this[int k] => Who.Name; }
public interface IPlaces { string this[int k] { get; } } public class Places : IPlaces { public Customer Who = new(); public string this[int k] => Who.City; }
public class Use { public void Leak(IBook b) => Console.WriteLine([|b[1]|]); public void Clean(IPlaces b) => Console.WriteLine(b[1]); }
