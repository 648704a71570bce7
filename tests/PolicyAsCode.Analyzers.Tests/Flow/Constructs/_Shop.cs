// What all cases share. Members of a case stand in a class, types of a case in a namespace, of their own.
[DataSubject("customer")]
public class Customer
{
    public Guid Id { get; init; }
    public int Number { get; set; }
    [DataCategory("contact.email")] public string Email { get; set; } = "";
    [DataCategory("contact.phone")] public string? Phone { get; set; }
    [DataCategory("contact.name")] public string Name { get; set; } = "";
    public string City { get; set; } = "";
    public List<Order> Orders { get; } = [];
    public Customer? Partner { get; set; }
}
public class Order
{
    public int Number { get; set; }
    public decimal Total { get; set; }
    public string Status { get; set; } = "";
    public Customer Customer { get; set; } = null!;
}
public static class Masking
{
    [Anonymises(DataForm.Pseudonymised)] public static string Mask(string? text) => "***";
}
