//+ a declared part of a record
public record Contact([property: DataCategory("contact.email")] string Mail, string Town);
public class Use
{
    public void Leak(Contact one) => Console.WriteLine([|one.Mail|]);
    public void Clean(Contact one) => Console.WriteLine(one.Town);
}
//+ an undeclared part of a record
public record Row(string Mail, string Town);
public class Use
{
    public object Leak(Customer c) => new Row({|PAC2005:c.Email|}, "");
    public object Clean(Customer c) => new Row("", c.City);
}
//+ with, an undeclared part
public record Row(string Mail, string Town);
public class Use
{
    public object Leak(Row r, Customer c) => r with { Mail = {|PAC2005:c.Email|} };
    public object Clean(Row r, Customer c) => r with { Town = c.City };
}
//+ with, then logged whole
public record Contact([property: DataCategory("contact.email")] string Mail, string Town); public record Place(string Town);
public class Use
{
    public void Leak(Contact one) => Console.WriteLine([|one with { Town = "x" }|]);
    public void Clean(Place one) => Console.WriteLine(one with { Town = "x" });
}
//+ with, a setter that logs
public record Screen { public string Title { get => ""; init => Console.WriteLine(value); } }
public class Use
{
    public object Leak(Screen s, Customer c) => s with { Title = [|c.Email|] };
    public object Clean(Screen s, Customer c) => s with { Title = c.City };
}
//+ a record's text
public record Contact([property: DataCategory("contact.email")] string Mail); public record Place(string Town);
public class Use
{
    public void Leak(Contact one) => Console.WriteLine([|one.ToString()|]);
    public void Clean(Place one) => Console.WriteLine(one.ToString());
}
//+ a record struct
public readonly record struct Contact([property: DataCategory("contact.email")] string Mail, int N);
public class Use
{
    public void Leak(Contact one) => Console.WriteLine($"{[|one.Mail|]}");
    public void Clean(Contact one) => Console.WriteLine($"{one.N}");
}
//+ a record deconstructed
public record Contact([property: DataCategory("contact.email")] string Mail, string Town);
public class Use
{
    public void Leak(Contact one) { var (mail, town) = one; Console.WriteLine([|mail|]); }
    public void Clean(Contact one) { var (mail, town) = one; Console.WriteLine(town); }
}
//+ a record's method
public record Contact([property: DataCategory("contact.email")] string Mail, string Town) { public string Line() => Mail + ", " + Town; public string Where() => Town; }
public class Use
{
    public void Leak(Contact one) => Console.WriteLine([|one.Line()|]);
    public void Clean(Contact one) => Console.WriteLine(one.Where());
}
