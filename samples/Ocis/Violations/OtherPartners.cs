using Ocis.Data;

namespace Ocis.Violations;

/// <summary>Who is told more than the policy gives them, or is nobody it knows.</summary>
[Purpose(Purposes.Communication)]
public sealed class OtherPartners(IListBroker broker, IPartner partner, ICashier cashier, IBuyer buyer, IClerk clerk, HttpClient http)
{
    public void Sold(User user) => broker.Offer(user.Email); // expect: PAC3010 OCIS-3.1

    public void ToAPartner(User user) => partner.Tell(user.Phone); // expect: PAC3006

    [Purpose(Purposes.Transactions)]
    public void ToTheCashier(User user, Order order)
    {
        cashier.Tell(order.Number);
        cashier.Tell(user.Name); // expect: PAC3006 OCIS-3.2
    }

    [Purpose(Purposes.ServiceProvision)]
    public void ToTheBuyer(User user, Visit visit)
    {
        buyer.Tell(user.Email);
        buyer.Tell(visit.Activity); // expect: PAC3006 OCIS-3.3
    }

    public void Gossip(User user) => clerk.Tell(user.Email); // expect: PAC3006 OCIS-3.4

    [Purpose(Purposes.LegalCompliance)]
    public void OnRequest(User user) => clerk.Tell(user.Email);

    public Task Somewhere(User user) => http.PostAsJsonAsync("https://crm.example/users", user.Phone); // expect: PAC3008

    public Task ByWayOfSingapore(User user) => http.PostAsJsonAsync("https://sg.mails.example/letters", user.Email); // expect: PAC3009 OCIS-7.1

    [Purpose(Purposes.Transactions)]
    public Task InTheClear(Order order) => http.PostAsJsonAsync("http://api.payments.example/charges", order.Number); // expect: PAC5008 OCIS-4.1
}

/// <summary>Who pays for lists of people.</summary>
[Transfers(DataTransfer.Sell)]
public interface IListBroker
{
    void Offer(string? line);
}

/// <summary>Somebody else's business.</summary>
[Recipient(Recipients.BusinessPartner)]
public interface IPartner
{
    void Tell(string? line);
}

/// <summary>Who takes payments.</summary>
[Recipient(Recipients.PaymentProvider)]
public interface ICashier
{
    void Tell(string? line);
}

/// <summary>Who buys OCIS.</summary>
[Recipient(Recipients.Acquirer)]
public interface IBuyer
{
    void Tell(string? line);
}

/// <summary>Somebody at an authority.</summary>
[Recipient(Recipients.Authority)]
public interface IClerk
{
    void Tell(string? line);
}
