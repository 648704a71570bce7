namespace Cellar.Violations;

/// <summary>PAC9002: which member is read is known at run time only.</summary>
[Purpose(Purposes.Communication)]
public static class ColumnReader
{
    public static object? Read(Customer customer, string column) =>
        typeof(Customer).GetProperty(column)?.GetValue(customer); // expect: PAC9002

    public static object? CleanRead(Customer customer, string column) => column switch
    {
        nameof(Customer.Name) => customer.Name,
        nameof(Customer.Email) => customer.Email,
        _ => null,
    };
}
