with days as (
    select cast(unnest(generate_series(date '1990-01-01', date '2060-12-31', interval 1 day)) as date) as date_day
)

select
    date_day,
    cast(year(date_day) as integer) as year,
    cast(quarter(date_day) as integer) as quarter,
    cast(month(date_day) as integer) as month,
    cast(day(date_day) as integer) as day,
    cast(date_trunc('month', date_day) as date) as month_start,
    cast(isodow(date_day) as integer) as weekday,
    '星期' || substring('一二三四五六日', cast(isodow(date_day) as integer), 1) as weekday_name,
    date_day = last_day(date_day) as is_month_end,
    case
        when year(date_day) between 2001 and 2005 then '十五'
        when year(date_day) between 2006 and 2010 then '十一五'
        when year(date_day) between 2011 and 2015 then '十二五'
        when year(date_day) between 2016 and 2020 then '十三五'
        when year(date_day) between 2021 and 2025 then '十四五'
        when year(date_day) between 2026 and 2030 then '十五五'
    end as five_year_plan
from days
