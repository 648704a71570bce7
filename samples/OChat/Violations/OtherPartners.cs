using OChat.Data;

namespace OChat.Violations;

/// <summary>Who is told more than the policy gives them, or is nobody it knows.</summary>
[Purpose(Purposes.CustomerSupport)]
public sealed class OtherPartners(IPartner partner, IHelper helper, ICounter counter, HttpClient http)
{
    public void ToAPartner(User user) => partner.Tell(user.Phone); // expect: PAC3006 OCHAT-4.1

    public void OrdersToSupport(Order order) => helper.Tell(order.Number); // expect: PAC3006 OCHAT-4.1

    [Purpose(Purposes.LegalCompliance)]
    public void ChatsToAnAuthority(IClerk clerk, Customer customer, ChatTurn turn)
    {
        clerk.Tell(customer.Name);
        clerk.Tell(turn.Text); // expect: PAC3001 OCHAT-1.5, PAC3006 OCHAT-1.5
    }

    [Purpose(Purposes.Communication)]
    public void GossipToAnAuthority(IClerk clerk, User user) => clerk.Tell(user.Email); // expect: PAC3006 OCHAT-4.2

    public Task Somewhere(User user) => http.PostAsJsonAsync("https://crm.example/users", user.Phone); // expect: PAC3008 OCHAT-4.1

    public Task InTheClear(User user) => http.PostAsJsonAsync("http://crm.example/users", user.Phone); // expect: PAC3008 OCHAT-4.1, PAC5008 OCHAT-3.1

    [Purpose(Purposes.Analysis)]
    [Gate(Gates.NoObjection)]
    public bool Raw(Visit visit)
    {
        counter.Count(visit.Activity); // expect: PAC3004 OCHAT-2.4, PAC3007 OCHAT-4.1
        return true;
    }
}

/// <summary>Somebody else's business.</summary>
[Recipient(Recipients.BusinessPartner)]
public interface IPartner
{
    void Tell(string? line);
}

/// <summary>Who answers users.</summary>
[Recipient(Recipients.SupportProvider)]
public interface IHelper
{
    void Tell(string? line);
}

/// <summary>Who counts for OChat.</summary>
[Recipient(Recipients.AnalyticsProvider)]
public interface ICounter
{
    void Count(string? line);
}

/// <summary>Somebody at an authority.</summary>
[Recipient(Recipients.Authority)]
public interface IClerk
{
    void Tell(string? line);
}
