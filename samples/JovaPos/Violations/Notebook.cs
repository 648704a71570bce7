using JovaPos.Data;

namespace JovaPos.Violations;

/// <summary>Personal data that slips into members which are not declared to hold it.</summary>
public sealed class Notebook
{
    public string? FirstLine { get; set; }

    public List<string> Lines { get; } = [];

    [DataCategory(Categories.Contact.Email)]
    public string? Mail { get; set; }

    public void Take(Customer customer)
    {
        FirstLine = customer.Email; // expect: PAC2005
        Mail = customer.Email;
    }

    public void TakeInOtherWords(Customer customer)
    {
        var line = $"reach at {customer.Phone}";
        FirstLine = line.Trim(); // expect: PAC2005
        FirstLine = customer.Id.ToString();
    }
}
