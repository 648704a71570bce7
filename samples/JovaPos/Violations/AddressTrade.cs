using JovaPos.Data;

namespace JovaPos.Violations;

/// <summary>Who pays for lists of customers. The policy sells nothing to anybody.</summary>
[Transfers(DataTransfer.Sell)]
public interface IListBroker
{
    void Offer(string? line);
}

/// <summary>Lists of customers, and of articles.</summary>
public sealed class AddressTrade(IListBroker broker)
{
    public void Customers(Customer customer) => Line("1", customer.Phone); // expect: PAC3010

    public void Articles(int product) => Line("2", $"{product}");

    private void Line(string number, string? text) => broker.Offer($"{number}: {text}");
}
