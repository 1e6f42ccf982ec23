using Survey.Files.Personal;

namespace Survey.Files.Tests.Personal;

/// <summary>Made-up people, none of whom exists.</summary>
internal sealed class People(int seed)
{
    private readonly Random _random = new(seed);

    private static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "欧阳", "司马"];

    private const string Given = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂玉萍红鹏华健建国志海林峰";

    public string Identity()
    {
        string digits = $"{_random.Next(11, 66)}{_random.Next(1, 30):00}{_random.Next(1, 30):00}{Birthday():yyyyMMdd}{_random.Next(1000):000}";
        return digits + IdentityCard.CheckDigit(digits);
    }

    public string Mobile() => $"1{_random.Next(3, 10)}{Digits(9)}";

    public string Name() => Surnames[_random.Next(Surnames.Length)] + string.Concat(Enumerable.Range(0, _random.Next(1, 3)).Select(_ => Given[_random.Next(Given.Length)]));

    /// <summary>The statistical code of a village: county, town and village in 12 digits.</summary>
    public string Village() => $"{_random.Next(11, 66)}{_random.Next(1, 30):00}{_random.Next(1, 30):00}{_random.Next(1, 30):000}{_random.Next(1, 400):000}";

    public string Town() => Village()[..9];

    public string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => _random.Next(10)));

    public int Next(int below) => _random.Next(below);

    private DateOnly Birthday() => new DateOnly(1930, 1, 1).AddDays(_random.Next(30_000));
}
