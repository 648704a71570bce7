//# a declared property is read
void Leak(Customer c) => Console.WriteLine([|c.Email|]);
void Clean(Customer c) => Console.WriteLine(c.City);
//+ a property that computes
public class Card(Customer customer) { public string Title => $"<{customer.Email}>"; public string Town => $"<{customer.City}>"; }
public class Use { public void Leak(Card card) => Console.WriteLine([|card.Title|]); public void Clean(Card card) => Console.WriteLine(card.Town); }
//+ a getter with a body
public class Card { public Customer Holder = new(); public string Title { get { var text = Holder.Name; return text.Trim(); } } public string Town { get { var text = Holder.City; return text.Trim(); } } }
public class Use
{
    public void Leak(Card card) => Console.WriteLine([|card.Title|]);
    public void Clean(Card card) => Console.WriteLine(card.Town);
}
//# a setter that logs
string Loud { set => Console.WriteLine(value); }
string Quiet { set { } }
void Leak(Customer c) => Loud = [|c.Email|];
void Clean(Customer c) { Loud = c.City; Quiet = c.Email; }
//+ a setter that logs, of another object
public class Screen { public string Title { get => ""; set { if (value.Length > 0) Console.WriteLine(value); } } public string Foot { get; set; } = ""; }
public class Use
{
    public void Leak(Screen s, Customer c) => s.Title = [|c.Email|];
    public void Clean(Screen s, Customer c) => s.Title = c.City;
}
//# a setter that hands on to a helper
void Note(string text) => Console.WriteLine(text);
string Status { get => ""; set => Note("now " + value); }
void Leak(Customer c) => Status = $"mailed {[|c.Email|]}";
void Clean(Customer c) => Status = $"mailed {c.Number}";
//# a setter that keeps in a field of another name
string _kept = ""; string _town = "";
string Kept { get => _kept; set => _kept = value; }
string Town { get => _town; set => _town = value; }
void Leak(Customer c) => Kept = {|PAC2005:c.Email|};
void Clean(Customer c) => Town = c.City;
//# an undeclared property of a DTO
class Dto { public string Contact { get; set; } = ""; public string Town { get; set; } = ""; }
void Leak(Dto dto, Customer c) => dto.Contact = {|PAC2005:c.Email|};
void Clean(Dto dto, Customer c) => dto.Town = c.City;
//# a compound assignment to a property that logs
string Trace { get => ""; set => Console.WriteLine(value); }
void Leak(Customer c) => Trace += [|c.Email|];
void Clean(Customer c) => Trace += c.City;
//# null-coalescing assignment to a property that logs
string? Trace { get => null; set => Console.WriteLine(value); }
void Leak(Customer c) => Trace ??= [|c.Email|];
void Clean(Customer c) => Trace ??= c.City;
//+ an init accessor that logs
public class Letter { public string To { get => ""; init => Console.WriteLine(value); } }
public class Use
{
    public object Leak(Customer c) => new Letter { To = [|c.Email|] };
    public object Clean(Customer c) => new Letter { To = c.City };
}
//+ a static property that logs
public static class Trace { public static string Last { set => Console.WriteLine(value); } }
public class Use
{
    public void Leak(Customer c) => Trace.Last = [|c.Phone ?? ""|];
    public void Clean(Customer c) => Trace.Last = c.City;
}
//+ the field keyword
public class Screen { public string Title { get; set { Console.WriteLine(value); field = "x"; } } = ""; }
public class Use
{
    public void Leak(Screen s, Customer c) => s.Title = [|c.Email|];
    public void Clean(Screen s, Customer c) => s.Title = c.City;
}
